package io.goldenrod.console.review;

import io.goldenrod.console.Acting;
import io.goldenrod.console.ConsoleProblem;
import io.goldenrod.console.Links;
import io.goldenrod.graph.AssertionReads;
import io.goldenrod.graph.AssertionReads.Entry;
import io.goldenrod.graph.Page;
import io.goldenrod.identity.RecordKey;
import io.goldenrod.lineage.Decision;
import io.goldenrod.normalize.IdentifierOutcome;
import io.goldenrod.resolution.PolicyInUse;
import io.goldenrod.steward.Stewardship;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What stewards said, to be looked up and taken back. */
@Controller
class AssertionPages {

    private static final int PART_MAX = 50;
    private static final int TEXT_LENGTH_MAX = 2_000;
    private static final String IN_FORCE = "ACTIVE";
    private static final String TAKEN_BACK = "RETRACTED";

    private final AssertionReads reads;
    private final Assertions assertions;
    private final Confirmations confirmations;
    private final Stewardship stewardship;
    private final PolicyInUse policies;

    AssertionPages(
            AssertionReads reads,
            Assertions assertions,
            Confirmations confirmations,
            Stewardship stewardship,
            PolicyInUse policies) {
        this.reads = reads;
        this.assertions = assertions;
        this.confirmations = confirmations;
        this.stewardship = stewardship;
        this.policies = policies;
    }

    @GetMapping("/assertions")
    String list(
            @RequestParam(defaultValue = "") String status,
            @RequestParam(defaultValue = "") String member,
            @RequestParam(defaultValue = "") String after,
            Model model) {
        boolean isKnown = List.of("", IN_FORCE, TAKEN_BACK).contains(status);
        if (!isKnown || member.length() > TEXT_LENGTH_MAX || after.length() > TEXT_LENGTH_MAX) {
            throw ConsoleProblem.badRequest("badRequest");
        }
        Boolean inForce = status.isEmpty() ? null : Boolean.valueOf(status.equals(IN_FORCE));
        boolean isMissing = false;
        String key = null;
        if (!member.isBlank()) {
            key = member(member.strip());
            isMissing = key == null;
        }
        Page<Entry> page = isMissing ? new Page<>(List.of(), null) : reads.list(inForce, key, after, PART_MAX);
        model.addAttribute("lines", assertions.lines(page.items()));
        model.addAttribute("status", status);
        model.addAttribute("member", member);
        model.addAttribute("isMissing", isMissing);
        String filter = "/assertions?status=" + status + "&member=" + Links.encoded(member);
        model.addAttribute("next", page.next() == null ? null : filter + "&after=" + Links.encoded(page.next()));
        model.addAttribute("first", after.isEmpty() ? null : filter);
        return "assertions";
    }

    /** As decisions name it: a record, or an identifier in any writing; null when it is neither. */
    private String member(String text) {
        String record =
                text.startsWith(Decision.MEMBER_RECORD) ? text.substring(Decision.MEMBER_RECORD.length()) : text;
        int colon = record.indexOf(':');
        if (colon > 0) {
            IdentifierOutcome outcome =
                    policies.normalizer().identifier(record.substring(0, colon), record.substring(colon + 1), null);
            return outcome instanceof IdentifierOutcome.Normalized known
                    ? known.identifier().key()
                    : null;
        }
        try {
            return Decision.member(RecordKey.parse(record));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    @GetMapping("/assertions/{id}")
    String one(@PathVariable String id, HttpServletRequest request, Model model) {
        Entry entry = reads.find(id).orElseThrow(() -> ConsoleProblem.notFound("unknownAssertion"));
        model.addAttribute("line", assertions.lines(List.of(entry)).get(0));
        if (entry.end() == null) {
            model.addAttribute(
                    "confirmation",
                    confirmations.of(() -> stewardship
                            .retract(id, Acting.asked(request, null, true))
                            .decisions()));
        }
        return "assertion";
    }

    @PostMapping("/assertions/{id}/retract")
    String retract(
            @PathVariable String id, @RequestParam(defaultValue = "") String reason, HttpServletRequest request) {
        stewardship.retract(id, Acting.asked(request, reason, false));
        return "redirect:/assertions/" + Links.encoded(id);
    }
}
