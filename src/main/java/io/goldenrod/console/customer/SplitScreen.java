package io.goldenrod.console.customer;

import io.goldenrod.console.Acting;
import io.goldenrod.console.ConsoleProblem;
import io.goldenrod.console.CustomerHead;
import io.goldenrod.console.DecisionWords;
import io.goldenrod.console.Links;
import io.goldenrod.console.Shown;
import io.goldenrod.console.Values;
import io.goldenrod.console.customer.SplitPage.Part;
import io.goldenrod.graph.CustomerReads.Customer;
import io.goldenrod.graph.CustomerReads.Status;
import io.goldenrod.graph.RecordReads;
import io.goldenrod.identity.RecordKey;
import io.goldenrod.lineage.Decision;
import io.goldenrod.lineage.Decision.Kind;
import io.goldenrod.resolution.Parted;
import io.goldenrod.steward.Stewardship;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Parts records from the rest of their customer, after it was shown what that would do. */
@Controller
class SplitScreen {

    private static final int MEMBERS_MAX = 1_000;
    private static final int RECORDS_SHOWN = 10;
    private static final int DECISIONS_SHOWN = 50;

    /** More customers than these would be read for their names alone. */
    private static final int NAMED_MAX = 20;

    private final CustomerHead.Finder finder;
    private final Stewardship stewardship;
    private final RecordReads records;
    private final DecisionWords words;
    private final Values values;

    SplitScreen(
            CustomerHead.Finder finder,
            Stewardship stewardship,
            RecordReads records,
            DecisionWords words,
            Values values) {
        this.finder = finder;
        this.stewardship = stewardship;
        this.records = records;
        this.words = words;
        this.values = values;
    }

    @GetMapping("/customers/{id}/split")
    String preview(@PathVariable String id, HttpServletRequest request, Model model) {
        Customer customer = active(id);
        List<String> members = members(request);
        Parted parted = stewardship.split(customer.id(), members, Acting.asked(request, "", true));
        model.addAttribute("head", finder.head(customer));
        model.addAttribute("split", page(members, parted, customer));
        model.addAttribute("by", Acting.by(request));
        return "split";
    }

    @PostMapping("/customers/{id}/split")
    String split(@PathVariable String id, @RequestParam(defaultValue = "") String reason, HttpServletRequest request) {
        Customer customer = active(id);
        Parted parted = stewardship.split(customer.id(), members(request), Acting.asked(request, reason, false));
        StringBuilder to = new StringBuilder(Links.customer(customer.id()) + "?done=parted");
        parted.parts().keySet().stream()
                .limit(NAMED_MAX)
                .forEach(part -> to.append("&parts=").append(part));
        return "redirect:" + to;
    }

    /** As they are: keys may hold commas, at which parameters would be cut. */
    private static List<String> members(HttpServletRequest request) {
        String[] members = request.getParameterValues("member");
        if (members == null) {
            throw ConsoleProblem.badRequest("nothingChosen");
        }
        if (members.length > MEMBERS_MAX) {
            throw ConsoleProblem.badRequest("tooManyChosen", MEMBERS_MAX);
        }
        return List.of(members);
    }

    private Customer active(String id) {
        Customer customer = finder.customer(id);
        if (customer.status() == Status.RETIRED) {
            throw ConsoleProblem.refused("retiredCustomer");
        }
        return customer;
    }

    private SplitPage page(List<String> members, Parted parted, Customer customer) {
        Set<String> restored = new HashSet<>();
        parted.decisions().stream()
                .filter(each -> each.kind() == Kind.RESTORED)
                .map(Decision::customer)
                .forEach(restored::add);
        List<Part> parts = new ArrayList<>();
        parted.parts().forEach((id, keys) -> {
            String kind = id.equals(customer.id()) ? "kept" : restored.contains(id) ? "restored" : "minted";
            parts.add(new Part(
                    values.customer(id),
                    kind,
                    parts.size() < NAMED_MAX ? name(keys) : null,
                    keys.size(),
                    keys.stream().limit(RECORDS_SHOWN).map(values::record).toList(),
                    Math.max(0, keys.size() - RECORDS_SHOWN)));
        });
        return new SplitPage(
                members,
                parts,
                parted.assertions().size(),
                parted.decisions().stream()
                        .limit(DECISIONS_SHOWN)
                        .map(words::of)
                        .toList(),
                Math.max(0, parted.decisions().size() - DECISIONS_SHOWN));
    }

    /** As the first of some records calls somebody; null when none of the first does. */
    private Shown name(List<RecordKey> keys) {
        return keys.stream()
                .limit(RECORDS_SHOWN)
                .map(key -> records.record(key).map(found -> found.attributes().get("fullName")))
                .filter(found -> found.isPresent())
                .map(found -> values.attribute("fullName", found.get().value()))
                .findFirst()
                .orElse(null);
    }
}
