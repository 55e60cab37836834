package io.goldenrod.console.customer;

import io.goldenrod.console.Acting;
import io.goldenrod.console.ConsoleProblem;
import io.goldenrod.console.CustomerHead;
import io.goldenrod.console.Links;
import io.goldenrod.console.Values;
import io.goldenrod.golden.Pin;
import io.goldenrod.graph.CustomerReads.Customer;
import io.goldenrod.graph.CustomerReads.ProfileValue;
import io.goldenrod.graph.CustomerReads.Status;
import io.goldenrod.normalize.FieldProblem;
import io.goldenrod.resolution.PolicyInUse;
import io.goldenrod.steward.PinnedValue;
import io.goldenrod.steward.Pins;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** Chooses the value of an attribute that is shown whatever records say. */
@Controller
class PinScreen {

    private static final int ATTRIBUTE_LENGTH_MAX = 128;
    private static final int VALUE_LENGTH_MAX = 4_096;

    private final CustomerHead.Finder finder;
    private final Profiles profiles;
    private final Pins pins;
    private final PolicyInUse inUse;
    private final Clock clock;
    private final Values values;

    PinScreen(CustomerHead.Finder finder, Profiles profiles, Pins pins, PolicyInUse inUse, Clock clock, Values values) {
        this.values = values;
        this.finder = finder;
        this.profiles = profiles;
        this.pins = pins;
        this.inUse = inUse;
        this.clock = clock;
    }

    @GetMapping("/customers/{id}/pin")
    String ask(
            @PathVariable String id,
            @RequestParam String attribute,
            @RequestHeader(name = "HX-Request", required = false) String part,
            HttpServletResponse response,
            Model model) {
        response.setHeader("Vary", "HX-Request");
        return show(active(id), attribute, part, model);
    }

    /**
     * @param choice names one of the values that records say; empty for the typed one
     */
    @PostMapping("/customers/{id}/pin")
    String pin(
            @PathVariable String id,
            @RequestParam String attribute,
            @RequestParam(defaultValue = "") String choice,
            @RequestParam(defaultValue = "") String typed,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Customer customer = active(id);
        Object raw = choice.isEmpty() ? typed.strip() : chosen(customer, attribute, choice);
        List<FieldProblem> problems = new ArrayList<>(1);
        PinnedValue value = raw instanceof String text && (text.isEmpty() || text.length() > VALUE_LENGTH_MAX)
                ? null
                : PinnedValue.of(attribute, raw, inUse.normalizer(), clock.instant(), problems::add);
        if (value == null) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("typed", typed);
            model.addAttribute("reason", reason);
            model.addAttribute(
                    "refused", typed.isBlank() && choice.isEmpty() ? "pin.refused.none" : "pin.refused.value");
            return show(customer, attribute, null, model);
        }
        if (!pins.pin(customer.id(), attribute, value, Acting.asked(request, reason, false))) {
            throw ConsoleProblem.refused("tooManyPins", Pin.PINS_MAX);
        }
        return "redirect:" + Links.customer(customer.id()) + "?done=pinned";
    }

    @PostMapping("/customers/{id}/unpin")
    String unpin(
            @PathVariable String id,
            @RequestParam String attribute,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request) {
        Customer customer = active(id);
        pins.unpin(customer.id(), attribute, Acting.asked(request, reason, false));
        return "redirect:" + Links.customer(customer.id()) + "?done=unpinned";
    }

    /** @param part null for the whole page */
    private String show(Customer customer, String attribute, String part, Model model) {
        if (attribute.isBlank() || attribute.length() > ATTRIBUTE_LENGTH_MAX) {
            throw ConsoleProblem.badRequest("badRequest");
        }
        model.addAttribute("head", finder.head(customer));
        model.addAttribute("name", attribute);
        model.addAttribute("label", values.attributeName(attribute).text());
        model.addAttribute("attribute", profiles.attribute(attribute, customer.profile()));
        model.addAttribute("choices", profiles.choices(attribute, customer.profile()));
        return part == null ? "pin" : "pin :: form";
    }

    private static Object chosen(Customer customer, String attribute, String form) {
        return customer.profile().attributes().getOrDefault(attribute, List.of()).stream()
                .filter(each -> Profiles.formOf(each).equals(form))
                .map(ProfileValue::value)
                .findFirst()
                .orElseThrow(() -> ConsoleProblem.refused("valueGone"));
    }

    private Customer active(String id) {
        Customer customer = finder.customer(id);
        if (customer.status() == Status.RETIRED) {
            throw ConsoleProblem.refused("retiredCustomer");
        }
        return customer;
    }
}
