package io.goldenrod.console.policy;

import io.goldenrod.console.Acting;
import io.goldenrod.console.ConsoleProblem;
import io.goldenrod.console.Values;
import io.goldenrod.console.policy.Trials.State;
import io.goldenrod.console.policy.Trials.Trial;
import io.goldenrod.ingest.CompletePolicy;
import io.goldenrod.revision.ChangeUnderWay;
import io.goldenrod.revision.PolicyChanges;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A copy of the policy on its way: edited, checked, tried, put in force. */
@Controller
class TrialPages {

    private static final int DOCUMENT_LENGTH_MAX = 1 << 20;

    private final Policies policies;
    private final Trials trials;
    private final Differences differences;
    private final PolicyChanges changes;
    private final Values values;
    private final String file;

    TrialPages(
            Policies policies,
            Trials trials,
            Differences differences,
            PolicyChanges changes,
            Values values,
            @Value("${goldenrod.policy.file:}") String file) {
        this.policies = policies;
        this.trials = trials;
        this.differences = differences;
        this.changes = changes;
        this.values = values;
        this.file = file;
    }

    /** @param from hash of the policy to begin with; empty for the one in force @param trial or the one tried there */
    @GetMapping("/policy/edit")
    String edit(
            @RequestParam(defaultValue = "") String from, @RequestParam(defaultValue = "") String trial, Model model) {
        String document = trial.isEmpty()
                ? policies.find(from.isEmpty() ? policies.hashInForce() : from).wholeDocument()
                : find(trial).document();
        model.addAttribute("document", document);
        model.addAttribute("draft", trial.isEmpty() ? from.isEmpty() ? policies.hashInForce() : from : trial);
        checked(document, model);
        return "policy-edit";
    }

    /** What is wrong with the text as it stands, and what differs. */
    @PostMapping("/policy/check")
    String check(@RequestParam String document, Model model) {
        checked(bearable(document), model);
        return "policy-parts :: check";
    }

    private void checked(String document, Model model) {
        String inForce = policies.find(policies.hashInForce()).wholeDocument();
        model.addAttribute("check", Check.of(document));
        model.addAttribute("difference", LineDifference.of(inForce, document));
    }

    private static String bearable(String document) {
        if (document.length() > DOCUMENT_LENGTH_MAX) {
            throw ConsoleProblem.badRequest("policyTooLong");
        }
        // as a form sends lines
        return document.replace("\r\n", "\n");
    }

    @PostMapping("/policy/simulations")
    String simulate(
            @RequestParam String document, HttpServletRequest request, HttpServletResponse response, Model model) {
        String text = bearable(document);
        Check check = Check.of(text);
        if (!check.isGood()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("document", text);
            model.addAttribute("draft", "");
            checked(text, model);
            return "policy-edit";
        }
        Optional<Trial> begun = trials.begin(text, check.policy(), Acting.by(request));
        if (begun.isEmpty()) {
            throw new ConsoleProblem(HttpStatus.CONFLICT, "trialUnderWay");
        }
        return "redirect:/policy/simulations/" + begun.get().id();
    }

    @GetMapping("/policy/simulations/{id}")
    String trial(@PathVariable String id, Model model) {
        Trial trial = find(id);
        String inForce = policies.hashInForce();
        model.addAttribute("trial", trial);
        model.addAttribute("name", trial.policy().policy().name());
        model.addAttribute("isInForce", inForce.equals(trial.policy().policy().hash()));
        model.addAttribute("isStale", !inForce.equals(trial.before()));
        model.addAttribute("file", file.isBlank() ? null : values.words(file));
        if (trial.state() == State.DONE) {
            model.addAttribute("result", differences.shown(trial.difference()));
        }
        return "policy-simulation";
    }

    /** How far it is, asked for again and again. */
    @GetMapping("/policy/simulations/{id}/progress")
    String progress(@PathVariable String id, HttpServletResponse response, Model model) {
        Trial trial = find(id);
        if (trial.state() != State.RUNNING) {
            // the whole page has something to tell now
            response.setHeader("HX-Refresh", "true");
        }
        model.addAttribute("trial", trial);
        return "policy-parts :: trial";
    }

    @PostMapping("/policy/simulations/{id}/cancel")
    String cancel(@PathVariable String id) {
        trials.cancel(find(id));
        return "redirect:/policy/simulations/" + id;
    }

    @PostMapping("/policy/simulations/{id}/apply")
    String apply(@PathVariable String id, @RequestParam(defaultValue = "") String reason, HttpServletRequest request) {
        Trial trial = find(id);
        if (trial.state() != State.DONE) {
            throw ConsoleProblem.refused("trialNotDone");
        }
        if (!policies.hashInForce().equals(trial.before())) {
            throw ConsoleProblem.refused("trialStale");
        }
        CompletePolicy policy = trial.policy();
        String said = Acting.asked(request, reason, false).reason();
        try {
            changes.apply(policy, Acting.by(request), said.isEmpty() ? null : said);
        } catch (ChangeUnderWay e) {
            throw new ConsoleProblem(HttpStatus.CONFLICT, "changeUnderWay");
        }
        return "redirect:/policy";
    }

    private Trial find(String id) {
        return trials.find(id).orElseThrow(() -> ConsoleProblem.notFound("unknownTrial"));
    }
}
