package io.goldenrod.api;

import io.goldenrod.golden.Pin;
import io.goldenrod.graph.CustomerReads;
import io.goldenrod.graph.CustomerReads.Customer;
import io.goldenrod.normalize.FieldProblem;
import io.goldenrod.resolution.PolicyInUse;
import io.goldenrod.steward.PinnedValue;
import io.goldenrod.steward.Pins;
import io.goldenrod.steward.Stewardship.Asked;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;

/** Values that a steward chose, which survive whatever arrives. */
@Tag(name = "Stewards")
@RestController
class PinsController {

    private final CustomerReads customers;
    private final Pins pins;
    private final PolicyInUse inUse;
    private final Bodies bodies;
    private final Clock clock = Clock.systemUTC();

    PinsController(CustomerReads customers, Pins pins, PolicyInUse inUse, Bodies bodies) {
        this.customers = customers;
        this.pins = pins;
        this.inUse = inUse;
        this.bodies = bodies;
    }

    @Operation(
            summary = "Pin the value of an attribute",
            description = "The value survives whatever records say, and is understood as a record's attribute is: a"
                    + " value that would be left out there is refused here (422), and so is null. It is at most 4,096"
                    + " bytes of JSON. The answer is the profile, where the rule of the attribute is pinned. A pin goes"
                    + " with the record that founded the customer: of customers that merge, the newest pin of an"
                    + " attribute is in force, and after a split each has its own again. One record carries at most 50"
                    + " pins (409 beyond). A merged id pins at its survivor. Doing the same again changes nothing.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = Json.MEDIA_TYPE,
                            schema = @Schema(type = "object"),
                            examples = @ExampleObject("{\"value\": \"Ada King\", \"by\": \"ann@example.com\","
                                            + " \"reason\": \"told us on the phone\"}")))
    @PutMapping(path = "/v1/customers/{id}/pins/{attribute}", consumes = Json.MEDIA_TYPE, produces = Json.MEDIA_TYPE)
    ResponseEntity<CustomerView> pin(
            @PathVariable String id,
            @PathVariable String attribute,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Query.of(request);
        Fields fields;
        try (Bodies.Body body = bodies.read(request)) {
            fields = Fields.read(body.bytes(), "value", "by", "reason");
        }
        String by = fields.text("by", StewardProblems.BY_LENGTH_MAX);
        String reason = fields.text("reason", StewardProblems.REASON_LENGTH_MAX);
        List<FieldProblem> problems = new ArrayList<>(1);
        PinnedValue value =
                PinnedValue.of(attribute, fields.value("value"), inUse.normalizer(), clock.instant(), problems::add);
        if (value == null) {
            throw ProblemException.refused("the value is not acceptable for this attribute", problems);
        }
        String current = CustomersController.current(customers, id).id();
        Asked asked = StewardProblems.asked(by, reason, false, request, response);
        if (!pins.pin(current, attribute, value, asked)) {
            throw new ProblemException(
                    409,
                    "too_many_pins",
                    "There are too many of them",
                    "the customer's founding record carries " + Pin.PINS_MAX + " pins; take one away first",
                    List.of());
        }
        return profile(id);
    }

    @Operation(
            summary = "Take a pin away",
            description = "Whatever any of the customer's records pins of the attribute is taken away, and what records"
                    + " say survives by the policy's rule again. The answer is the profile. Where nothing is pinned,"
                    + " nothing changes.")
    @Parameter(name = "by", in = ParameterIn.QUERY, description = "Who takes it away, for the lineage")
    @Parameter(name = "reason", in = ParameterIn.QUERY, description = "Why, for the lineage")
    @DeleteMapping(path = "/v1/customers/{id}/pins/{attribute}", produces = Json.MEDIA_TYPE)
    ResponseEntity<CustomerView> unpin(
            @PathVariable String id,
            @PathVariable String attribute,
            HttpServletRequest request,
            HttpServletResponse response) {
        Query query = Query.of(request, "by", "reason");
        String by = Fields.parameter(query, "by", StewardProblems.BY_LENGTH_MAX);
        String reason = Fields.parameter(query, "reason", StewardProblems.REASON_LENGTH_MAX);
        String current = CustomersController.current(customers, id).id();
        pins.unpin(current, attribute, StewardProblems.asked(by, reason, false, request, response));
        return profile(id);
    }

    private ResponseEntity<CustomerView> profile(String id) {
        Customer customer = CustomersController.current(customers, id);
        return ResponseEntity.ok().eTag(CustomersController.tag(customer)).body(CustomerView.of(customer));
    }
}
