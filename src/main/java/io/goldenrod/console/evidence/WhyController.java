package io.goldenrod.console.evidence;

import io.goldenrod.console.Acting;
import io.goldenrod.console.ConsoleProblem;
import io.goldenrod.console.DecisionWords;
import io.goldenrod.console.Links;
import io.goldenrod.explain.Explainer;
import io.goldenrod.explain.RefusedQuestion;
import io.goldenrod.graph.StoredAssertion.Kind;
import io.goldenrod.lineage.Decision;
import io.goldenrod.resolution.Asserted;
import io.goldenrod.steward.Stewardship;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Why two members are one customer, or why not; and what a steward says of the two. */
@Controller
class WhyController {

    private static final int MEMBER_LENGTH_MAX = 1_100;
    private static final int LINES_MAX = 20;

    /** What is said, which the form says already. */
    private static final Set<Decision.Kind> SAID = EnumSet.of(Decision.Kind.ASSERTED, Decision.Kind.RETRACTED);

    private final Explainer explainer;
    private final Whys whys;
    private final Stewardship stewardship;
    private final DecisionWords decisions;

    WhyController(Explainer explainer, Whys whys, Stewardship stewardship, DecisionWords decisions) {
        this.explainer = explainer;
        this.whys = whys;
        this.stewardship = stewardship;
        this.decisions = decisions;
    }

    /**
     * What would come of a steward's word.
     *
     * @param lines the first of what would be decided
     * @param more how many others there would be
     * @param merges how many customers would become part of others
     * @param splits how many would be split off
     * @param isNew false when it is in force already
     */
    record Preview(
            Kind kind,
            String reason,
            List<DecisionWords.Line> lines,
            int more,
            long merges,
            long splits,
            boolean isNew) {}

    /** What is wrong with the question. @param field that it is about */
    record Refused(String field, String key) {}

    @GetMapping("/why")
    String why(
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String said,
            HttpServletResponse response,
            Model model) {
        model.addAttribute("isSaid", said.equals("1"));
        return page(from, to, response, model);
    }

    private String page(String from, String to, HttpServletResponse response, Model model) {
        String one = MemberText.read(from);
        String other = MemberText.read(to);
        model.addAttribute("from", from.strip());
        model.addAttribute("to", to.strip());
        model.addAttribute("swapped", Links.why(to.strip(), from.strip()));
        if (one.isEmpty() || other.isEmpty()) {
            return "why";
        }
        try {
            if (one.length() > MEMBER_LENGTH_MAX || other.length() > MEMBER_LENGTH_MAX) {
                response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
                model.addAttribute(
                        "refused",
                        new Refused(one.length() > MEMBER_LENGTH_MAX ? "from" : "to", "problem.question.MALFORMED"));
                return "why";
            }
            model.addAttribute("why", whys.of(explainer.explain(one, other)));
        } catch (RefusedQuestion e) {
            response.setStatus(
                    switch (e.kind()) {
                        case MALFORMED -> HttpServletResponse.SC_BAD_REQUEST;
                        case UNKNOWN -> HttpServletResponse.SC_NOT_FOUND;
                        case RETIRED -> HttpServletResponse.SC_GONE;
                        case SAME -> 422;
                    });
            model.addAttribute("refused", new Refused(e.parameter(), "problem.question." + e.kind()));
        }
        return "why";
    }

    /** Tells what would be, and changes nothing. */
    @PostMapping("/why/preview")
    String preview(
            @RequestParam String kind,
            @RequestParam String from,
            @RequestParam String to,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Kind said = kind(kind);
        Asserted found =
                stewardship.say(said, MemberText.read(from), MemberText.read(to), Acting.asked(request, reason, true));
        List<Decision> effects = found.decisions().stream()
                .filter(each -> !SAID.contains(each.kind()))
                .toList();
        model.addAttribute(
                "preview",
                new Preview(
                        said,
                        reason.strip(),
                        effects.stream().limit(LINES_MAX).map(decisions::of).toList(),
                        Math.max(0, effects.size() - LINES_MAX),
                        effects.stream()
                                .filter(each -> each.kind() == Decision.Kind.MERGED)
                                .count(),
                        effects.stream()
                                .filter(each ->
                                        each.kind() == Decision.Kind.SPLIT || each.kind() == Decision.Kind.RESTORED)
                                .count(),
                        found.isNew()));
        response.setHeader("Vary", "HX-Request");
        if (request.getHeader("HX-Request") == null) {
            return page(from, to, response, model);
        }
        model.addAttribute("from", from);
        model.addAttribute("to", to);
        return "why-word :: preview";
    }

    @PostMapping("/why/say")
    String say(
            @RequestParam String kind,
            @RequestParam String from,
            @RequestParam String to,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request) {
        stewardship.say(kind(kind), MemberText.read(from), MemberText.read(to), Acting.asked(request, reason, false));
        return "redirect:" + Links.why(from, to) + "&said=1";
    }

    private static Kind kind(String text) {
        for (Kind kind : Kind.values()) {
            if (kind.name().equals(text)) {
                return kind;
            }
        }
        throw ConsoleProblem.badRequest("badRequest");
    }
}
