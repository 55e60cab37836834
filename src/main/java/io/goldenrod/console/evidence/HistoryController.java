package io.goldenrod.console.evidence;

import io.goldenrod.console.ConsoleProblem;
import io.goldenrod.console.CustomerHead;
import io.goldenrod.console.Links;
import io.goldenrod.console.Shown;
import io.goldenrod.console.Values;
import io.goldenrod.console.evidence.Timeline.Wanted;
import io.goldenrod.graph.CustomerReads.Customer;
import io.goldenrod.graph.CustomerReads.Status;
import io.goldenrod.graph.DecisionLog;
import io.goldenrod.resolution.MergeTree;
import io.goldenrod.resolution.MergeTrees;
import io.goldenrod.resolution.PolicyInUse;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** A customer's history: what was decided, what changed between two moments, and how its evidence joins it. */
@Controller
class HistoryController {

    /** Members of a customer that is taken apart for a page. */
    private static final long TREE_MEMBERS_MAX = 20_000;

    private static final int STEPS_MAX = 50;
    private static final int TEXT_LENGTH_MAX = 200;

    private final CustomerHead.Finder heads;
    private final Timeline timeline;
    private final MomentDifferences differences;
    private final MergeTrees trees;
    private final DecisionLog log;
    private final PolicyInUse inUse;
    private final Values values;

    HistoryController(
            CustomerHead.Finder heads,
            Timeline timeline,
            MomentDifferences differences,
            MergeTrees trees,
            DecisionLog log,
            PolicyInUse inUse,
            Values values) {
        this.heads = heads;
        this.timeline = timeline;
        this.differences = differences;
        this.trees = trees;
        this.log = log;
        this.inUse = inUse;
        this.values = values;
    }

    /**
     * The state of the page.
     *
     * @param from the number of the first decision to compare; null for none
     * @param to of the second one
     */
    record State(String path, Wanted wanted, Long from, Long to) {

        /** The same page with other moments to compare; null for none. */
        public String comparing(Long first, Long second) {
            StringBuilder query = new StringBuilder();
            append(query, "order", wanted.isOldestFirst() ? "oldest" : "");
            append(query, "kind", wanted.group());
            append(query, "source", wanted.source());
            append(query, "member", wanted.member());
            append(query, "from", first == null ? "" : first.toString());
            append(query, "to", second == null ? "" : second.toString());
            return path + query;
        }

        /** The next page. */
        public String after(String cursor) {
            String here = comparing(from, to);
            return here + (here.contains("?") ? "&" : "?") + "after=" + cursor;
        }

        private static void append(StringBuilder query, String name, String value) {
            if (!value.isEmpty()) {
                query.append(query.isEmpty() ? '?' : '&')
                        .append(name)
                        .append('=')
                        .append(Links.encoded(value));
            }
        }
    }

    @GetMapping("/customers/{id}/history")
    String history(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String order,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String source,
            @RequestParam(defaultValue = "") String member,
            @RequestParam(required = false) Long after,
            @RequestParam(required = false) Long from,
            @RequestParam(required = false) Long to,
            Model model) {
        if (!kind.isEmpty() && !Timeline.GROUPS.containsKey(kind)
                || source.length() > TEXT_LENGTH_MAX
                || member.length() > TEXT_LENGTH_MAX) {
            throw ConsoleProblem.badRequest("badRequest");
        }
        Customer customer = heads.customer(id);
        Wanted wanted = new Wanted(order.equals("oldest"), kind, source.strip(), member.strip());
        long last = log.head().seq();
        model.addAttribute("head", heads.head(customer));
        model.addAttribute("state", new State(Links.history(customer.id()), wanted, from, to));
        model.addAttribute("groups", Timeline.GROUPS.keySet());
        model.addAttribute("last", last);
        if (from != null && to != null) {
            if (Math.min(from, to) < 1 || Math.max(from, to) > last) {
                throw ConsoleProblem.refused("noSuchMoment");
            }
            model.addAttribute("difference", differences.between(customer.id(), from, to));
        }
        model.addAttribute("part", timeline.of(customer.id(), wanted, after));
        return "history";
    }

    /**
     * A link that joins two parts.
     *
     * @param strength {@code STRONG, WEAK, matched} or {@code asserted}
     */
    record Step(
            int number,
            String kind,
            String strength,
            String linkClass,
            Shown left,
            int leftSize,
            Shown right,
            int rightSize,
            Double probability,
            int size,
            String why) {}

    /** @param next where the next page begins; null at the end */
    record Steps(List<Step> steps, int all, int members, long redundant, Integer next) {}

    @GetMapping("/customers/{id}/history/together")
    String together(@PathVariable String id, @RequestParam(defaultValue = "0") int after, Model model) {
        Customer customer = heads.customer(id);
        model.addAttribute("head", heads.head(customer));
        boolean isTooLarge = customer.records() + customer.identifiers() > TREE_MEMBERS_MAX;
        model.addAttribute("isTooLarge", isTooLarge);
        model.addAttribute("membersMax", TREE_MEMBERS_MAX);
        if (!isTooLarge && customer.status() != Status.RETIRED) {
            MergeTree tree = trees.of(customer.id());
            int first = Math.max(0, Math.min(after, tree.steps().size()));
            int end = Math.min(first + STEPS_MAX, tree.steps().size());
            model.addAttribute(
                    "tree",
                    new Steps(
                            tree.steps().subList(first, end).stream()
                                    .map(this::step)
                                    .toList(),
                            tree.steps().size(),
                            tree.members(),
                            tree.redundant(),
                            end < tree.steps().size() ? end : null));
        }
        return "together";
    }

    private Step step(MergeTree.Step step) {
        String strength = switch (step.kind()) {
            case "MATCHED" -> "matched";
            case "ASSERTED" -> "asserted";
            default -> inUse.policy().linking(step.linkClass()).name();
        };
        return new Step(
                step.number(),
                step.kind(),
                strength,
                step.linkClass(),
                values.member(step.left()),
                step.leftSize(),
                values.member(step.right()),
                step.rightSize(),
                step.probability(),
                step.size(),
                Links.why(step.left(), step.right()));
    }
}
