package io.goldenrod.console.policy;

import io.goldenrod.console.Links;
import io.goldenrod.console.Values;
import io.goldenrod.graph.PolicyStore;
import io.goldenrod.ingest.CompletePolicy;
import io.goldenrod.revision.PolicyChanges;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeMap;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The policy in force, those before it, and what differs between two of them. */
@Controller
class PolicyPages {

    private static final int TERMS_SHOWN = 20;
    private static final MediaType YAML = new MediaType("application", "yaml", StandardCharsets.UTF_8);

    private final Policies policies;
    private final PolicyStore store;
    private final PolicyChanges changes;
    private final Trials trials;
    private final Values values;
    private final String file;

    PolicyPages(
            Policies policies,
            PolicyStore store,
            PolicyChanges changes,
            Trials trials,
            Values values,
            @Value("${goldenrod.policy.file:}") String file) {
        this.policies = policies;
        this.store = store;
        this.changes = changes;
        this.trials = trials;
        this.values = values;
        this.file = file;
    }

    @GetMapping("/policy")
    String policy(@RequestParam(defaultValue = "") String hash, Model model) {
        String inForce = policies.hashInForce();
        String shown = hash.isEmpty() ? inForce : hash;
        CompletePolicy complete = policies.find(shown);
        List<PolicyStore.Term> terms = store.terms(PolicyStore.TERMS_MAX);
        model.addAttribute("policy", complete.policy());
        model.addAttribute("matching", complete.policy().matching());
        model.addAttribute(
                "model", complete.matcher() == null ? null : complete.matcher().model());
        model.addAttribute(
                "rules", new TreeMap<>(complete.policy().survivorship().rules()));
        model.addAttribute("sources", new TreeMap<>(complete.policy().sources()).values());
        model.addAttribute("isInForce", shown.equals(inForce));
        model.addAttribute("term", store.lastTerm(shown).orElse(null));
        model.addAttribute("terms", terms.subList(0, Math.min(TERMS_SHOWN, terms.size())));
        model.addAttribute("termsCut", terms.size() > TERMS_SHOWN);
        model.addAttribute("progress", changes.progress().orElse(null));
        model.addAttribute("trial", trials.last().orElse(null));
        model.addAttribute("file", file.isBlank() ? null : values.words(file));
        model.addAttribute("document", complete.wholeDocument());
        return "policy";
    }

    /** How far records are brought up, asked for again and again. */
    @GetMapping("/policy/progress")
    String progress(Model model) {
        model.addAttribute("progress", changes.progress().orElse(null));
        model.addAttribute("wasRunning", true);
        return "policy-parts :: progress";
    }

    @GetMapping("/policy/document")
    ResponseEntity<String> document(@RequestParam String hash) {
        CompletePolicy complete = policies.find(hash);
        String name = "policy-" + complete.policy().name().replaceAll("[^A-Za-z0-9._-]", "-") + ".yml";
        return ResponseEntity.ok()
                .contentType(YAML)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(complete.wholeDocument());
    }

    /** What differs between two that are or were in force. */
    @GetMapping("/policy/compare")
    String compare(@RequestParam String from, @RequestParam String to, Model model) {
        CompletePolicy before = policies.find(from);
        CompletePolicy after = policies.find(to);
        model.addAttribute("before", before.policy());
        model.addAttribute("after", after.policy());
        model.addAttribute("difference", LineDifference.of(before.wholeDocument(), after.wholeDocument()));
        model.addAttribute("terms", store.terms(TERMS_SHOWN));
        model.addAttribute("swapped", "/policy/compare?from=" + Links.encoded(to) + "&to=" + Links.encoded(from));
        return "policy-compare";
    }
}
