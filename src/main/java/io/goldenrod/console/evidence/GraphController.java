package io.goldenrod.console.evidence;

import io.goldenrod.console.ConsoleProblem;
import io.goldenrod.console.CustomerHead;
import io.goldenrod.console.evidence.Drawing.Elements;
import io.goldenrod.graph.CustomerReads;
import io.goldenrod.graph.CustomerReads.Customer;
import io.goldenrod.graph.DecisionLog;
import io.goldenrod.graph.Neighbours;
import io.goldenrod.graph.Page;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** A customer's identity graph. */
@Controller
class GraphController {

    /** Members that one drawing holds. */
    static final int NODES_MAX = 500;

    /** Members that one expansion adds. */
    static final int STEP_MAX = 50;

    private static final int MEMBER_LENGTH_MAX = 1_100;

    private final CustomerHead.Finder heads;
    private final Neighbours neighbours;
    private final DecisionLog log;
    private final FirstView first;
    private final Drawing drawing;
    private final Stops stops;

    GraphController(
            CustomerHead.Finder heads,
            CustomerReads customers,
            Neighbours neighbours,
            DecisionLog log,
            Drawing drawing,
            Stops stops) {
        this.heads = heads;
        this.neighbours = neighbours;
        this.log = log;
        this.first = new FirstView(customers, neighbours);
        this.drawing = drawing;
        this.stops = stops;
    }

    @GetMapping("/customers/{id}/graph")
    String page(@PathVariable String id, Model model) {
        Customer customer = heads.customer(id);
        model.addAttribute("head", heads.head(customer));
        model.addAttribute("nodesMax", NODES_MAX);
        model.addAttribute("isEmpty", customer.status() == CustomerReads.Status.RETIRED);
        return "graph";
    }

    /** What is drawn at first. @param asOf the number of a decision, to see what there was right after it */
    @GetMapping(path = "/customers/{id}/graph/elements", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    Elements elements(@PathVariable String id, @RequestParam(required = false) Long asOf) {
        Customer customer = heads.customer(id);
        if (asOf != null) {
            if (asOf < 1 || asOf > log.head().seq()) {
                throw ConsoleProblem.refused("noSuchMoment");
            }
            Set<String> own = new HashSet<>();
            var then = stops.at(customer, asOf, own);
            return drawing.of(own, then);
        }
        Set<String> members = first.of(customer);
        boolean isCut = customer.records() + customer.identifiers() > FirstView.MEMBERS_MAX;
        return drawing.of(customer.id(), neighbours.standings(members), neighbours.ties(members), null, isCut);
    }

    /**
     * More around one member: what it is linked with, and how that is linked with what is there.
     *
     * @param request with the members that are drawn, each as {@code have}
     */
    @PostMapping(path = "/customers/{id}/graph/expand", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    Elements expand(
            @PathVariable String id,
            @RequestParam String node,
            @RequestParam(defaultValue = "") String after,
            HttpServletRequest request) {
        // not bound to a list: one alone would be cut at its commas
        String[] given = request.getParameterValues("have");
        List<String> have = given == null ? List.of() : List.of(given);
        if (have.size() > NODES_MAX || node.length() > MEMBER_LENGTH_MAX || node.indexOf(':') < 1) {
            throw ConsoleProblem.badRequest("badRequest");
        }
        Customer customer = heads.customer(id);
        Set<String> drawn = new HashSet<>(have);
        List<String> added = new ArrayList<>();
        String next = after;
        while (next != null && added.size() < STEP_MAX) {
            Page<String> page = neighbours.of(node, next, STEP_MAX);
            for (String each : page.items()) {
                if (!drawn.contains(each) && added.size() < STEP_MAX) {
                    added.add(each);
                    next = each;
                }
            }
            next = added.size() >= STEP_MAX ? next : page.next();
        }
        Set<String> fresh = new HashSet<>(added);
        Set<String> all = new LinkedHashSet<>(drawn);
        all.addAll(added);
        var ties = neighbours.ties(all).stream()
                .filter(each -> fresh.contains(each.from()) || fresh.contains(each.to()))
                .toList();
        return drawing.of(customer.id(), neighbours.standings(added), ties, next, next != null);
    }

    /** The moments of its history. */
    @GetMapping(path = "/customers/{id}/graph/stops", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    Stops.Slider stops(@PathVariable String id) {
        return stops.of(heads.customer(id).id());
    }
}
