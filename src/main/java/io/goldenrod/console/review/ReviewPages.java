package io.goldenrod.console.review;

import io.goldenrod.console.Acting;
import io.goldenrod.console.ConsoleProblem;
import io.goldenrod.console.Links;
import io.goldenrod.graph.ReviewStore;
import io.goldenrod.graph.ReviewStore.Choice;
import io.goldenrod.graph.ReviewStore.Kind;
import io.goldenrod.partition.Constraint;
import io.goldenrod.policy.Policy;
import io.goldenrod.resolution.PolicyInUse;
import io.goldenrod.steward.Review;
import io.goldenrod.steward.ReviewDecisions;
import io.goldenrod.steward.ReviewQueue;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The queue, and each of its items with what can be done to it. */
@Controller
class ReviewPages {

    private static final int COMMENT_LENGTH_MAX = 4_000;
    private static final List<Integer> PERCENTS = List.of(50, 75, 90, 95);

    private final ReviewQueue queue;
    private final ReviewDecisions decisions;
    private final Places places;
    private final Items items;
    private final Confirmations confirmations;
    private final PolicyInUse policies;

    ReviewPages(
            ReviewQueue queue,
            ReviewDecisions decisions,
            Places places,
            Items items,
            Confirmations confirmations,
            PolicyInUse policies) {
        this.queue = queue;
        this.decisions = decisions;
        this.places = places;
        this.items = items;
        this.confirmations = confirmations;
        this.policies = policies;
    }

    @GetMapping("/reviews")
    String list(
            @RequestParam Map<String, String> parameters,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        QueueFilter filter = QueueFilter.read(parameters);
        Places.Part part = places.part(filter, Acting.by(request));
        Policy policy = policies.policy();
        model.addAttribute("filter", filter);
        model.addAttribute("lines", items.lines(part.reviews()));
        model.addAttribute(
                "next", part.next() == null ? null : filter.from(part.next()).href());
        model.addAttribute(
                "first", filter.after().isEmpty() ? null : filter.from("").href());
        model.addAttribute("isCut", part.isCut());
        model.addAttribute("statuses", Review.Status.values());
        model.addAttribute("kinds", Kind.values());
        model.addAttribute("constraints", Constraint.values());
        model.addAttribute("sources", new TreeSet<>(policy.sources().keySet()));
        model.addAttribute("types", policy.identifierTypes().keySet());
        model.addAttribute("percents", PERCENTS);
        decided(parameters.get("decided"), model);
        if (request.getHeader("HX-Request") != null) {
            // without the parameters that say nothing
            response.setHeader("HX-Push-Url", filter.href());
        }
        response.setHeader("Vary", "HX-Request");
        return "reviews";
    }

    /** What was decided last, to be taken back from the next page; nothing when it is not there any more. */
    private void decided(String id, Model model) {
        if (id == null) {
            return;
        }
        places.find(id)
                .map(review -> items.lines(List.of(review)).get(0))
                .filter(Items.Line::canUndo)
                .ifPresent(line -> model.addAttribute("decided", line));
    }

    @GetMapping("/reviews/{id}")
    String item(
            @PathVariable String id,
            @RequestParam Map<String, String> parameters,
            HttpServletRequest request,
            Model model) {
        QueueFilter filter = QueueFilter.read(parameters);
        Review review = queue.find(id);
        boolean byCustomer = "customers".equals(parameters.get("by"));
        model.addAttribute("filter", filter);
        model.addAttribute("item", items.whole(review, byCustomer));
        model.addAttribute("place", places.around(id, filter, Acting.by(request)));
        model.addAttribute("decision", with(Links.review(id) + "/decision" + filter.parameters(), "choice="));
        model.addAttribute("byCustomers", with(filter.href(id), "by=customers"));
        model.addAttribute(
                "isMine",
                review.note() != null && Acting.by(request).equals(review.note().assignee()));
        model.addAttribute("commentLengthMax", COMMENT_LENGTH_MAX);
        model.addAttribute("commentsMax", ReviewStore.COMMENTS_MAX);
        decided(parameters.get("decided"), model);
        return "review";
    }

    /** What an answer would change, to be confirmed. */
    @GetMapping("/reviews/{id}/decision")
    String confirm(
            @PathVariable String id,
            @RequestParam Map<String, String> parameters,
            HttpServletRequest request,
            Model model) {
        Choice choice = choice(parameters.get("choice"));
        QueueFilter filter = QueueFilter.read(parameters);
        model.addAttribute("filter", filter);
        model.addAttribute("choice", choice.name());
        model.addAttribute("line", items.lines(List.of(queue.find(id))).get(0));
        model.addAttribute(
                "confirmation",
                confirmations.of(() -> decisions
                        .decide(id, choice, Acting.asked(request, null, true))
                        .decisions()));
        return request.getHeader("HX-Request") == null ? "review-decision" : "review-decision :: part";
    }

    @PostMapping("/reviews/{id}/decision")
    String decide(@PathVariable String id, @RequestParam Map<String, String> parameters, HttpServletRequest request) {
        Choice choice = choice(parameters.get("choice"));
        QueueFilter filter = QueueFilter.read(parameters);
        String next = places.around(id, filter, Acting.by(request)).next();
        decisions.decide(id, choice, Acting.asked(request, parameters.get("reason"), false));
        String page = next == null ? filter.from("").href() : next;
        return "redirect:" + with(page, "decided=" + Links.encoded(id));
    }

    private static String with(String address, String parameter) {
        return address + (address.contains("?") ? "&" : "?") + parameter;
    }

    private static Choice choice(String text) {
        for (Choice choice : Choice.values()) {
            if (choice.name().equals(text)) {
                return choice;
            }
        }
        throw ConsoleProblem.badRequest("badRequest");
    }

    @PostMapping("/reviews/{id}/undo")
    String undo(@PathVariable String id, @RequestParam Map<String, String> parameters, HttpServletRequest request) {
        decisions.undo(id, Acting.asked(request, parameters.get("reason"), false));
        return back(id, parameters);
    }

    @PostMapping("/reviews/{id}/assignee")
    String assign(@PathVariable String id, @RequestParam Map<String, String> parameters, HttpServletRequest request) {
        queue.assign(id, QueueFilter.ME.equals(parameters.get("to")) ? Acting.by(request) : null);
        return back(id, parameters);
    }

    @PostMapping("/reviews/{id}/comments")
    String comment(@PathVariable String id, @RequestParam Map<String, String> parameters, HttpServletRequest request) {
        String text = parameters.getOrDefault("text", "").strip();
        if (text.length() > COMMENT_LENGTH_MAX) {
            throw ConsoleProblem.badRequest("commentTooLong", COMMENT_LENGTH_MAX);
        }
        if (!text.isEmpty()) {
            queue.comment(id, text, Acting.by(request));
        }
        return back(id, parameters);
    }

    private static String back(String id, Map<String, String> parameters) {
        return "redirect:" + QueueFilter.read(parameters).href(id);
    }
}
