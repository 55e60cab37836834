package io.goldenrod.api;

import io.goldenrod.explain.RefusedQuestion;
import io.goldenrod.graph.CustomerReads;
import io.goldenrod.lineage.Decision;
import io.goldenrod.resolution.IllegalAssertion;
import io.goldenrod.resolution.Parted;
import io.goldenrod.steward.Stewardship;
import io.goldenrod.steward.Stewardship.Asked;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Undoes a wrong merge. */
@Tag(name = "Stewards")
@RestController
class SplitController {

    private static final int MEMBERS_MAX = 1_000;
    private static final int RECORDS_SHOWN_MAX = 100;

    private final Stewardship stewardship;
    private final CustomerReads customers;
    private final Bodies bodies;

    SplitController(Stewardship stewardship, CustomerReads customers, Bodies bodies) {
        this.stewardship = stewardship;
        this.customers = customers;
        this.bodies = bodies;
    }

    /** What becomes of a customer. */
    record SplitView(
            @Schema(description = "The customer as it was") String customerId,

            @Schema(description = "Whether nothing was written")
            boolean dryRun,

            @Schema(description = "The customers that its records belong to now, or would")
            List<PartView> parts,

            @Schema(description = "IDs of the assertions by which it is parted")
            List<String> assertions,

            @Schema(description = "What was decided, or would be, in order")
            List<EffectView> effects) {

        private static SplitView of(Parted parted, boolean dryRun) {
            List<PartView> parts = new ArrayList<>();
            parted.parts()
                    .forEach((id, records) -> parts.add(new PartView(
                            id,
                            records.size(),
                            records.stream()
                                    .limit(RECORDS_SHOWN_MAX)
                                    .map(Decision::member)
                                    .toList())));
            return new SplitView(
                    parted.customerId(),
                    dryRun,
                    parts,
                    parted.assertions().stream().map(each -> each.id()).toList(),
                    EffectView.of(parted.decisions()));
        }
    }

    /** One of the customers that it becomes. */
    record PartView(
            String customerId,

            @Schema(description = "How many of the customer's records it has")
            int records,

            @Schema(description = "These, at most 100") List<String> members) {}

    @Operation(
            summary = "Part members from the rest of a customer",
            description = "Names the members to part (records, and identifiers that go with them: at least one record,"
                    + " at most 1,000 members), or one link where the customer is to come apart. Shows what would become"
                    + " of it unless dryRun is false. It is done by assertions, which stay in force whatever arrives:"
                    + " whoever carries an identifier of the other side is DIFFERENT from it, and what is parted stays"
                    + " together. A part that holds the founder of an ID that was merged gets that ID back. Retract the"
                    + " assertions to undo it. A split that would part nothing is refused (422), and so is one that"
                    + " takes more than 1,000 assertions, or of a customer of more than 100,000 records.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = Json.MEDIA_TYPE,
                            schema = @Schema(type = "object"),
                            examples = {
                                @ExampleObject(
                                        name = "members",
                                        value = "{\"members\": [\"record:crm/2\", \"phone:+442079460018\"], \"reason\":"
                                                + " \"her son\", \"by\": \"ann\", \"dryRun\": true}"),
                                @ExampleObject(
                                        name = "link",
                                        value = "{\"link\": {\"from\": \"record:crm/2\", \"to\":"
                                                + " \"phone:+442079460018\"}, \"dryRun\": false}")
                            }))
    @PostMapping(path = "/v1/customers/{id}/split", consumes = Json.MEDIA_TYPE, produces = Json.MEDIA_TYPE)
    SplitView split(@PathVariable String id, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Query.of(request);
        Fields fields;
        try (Bodies.Body body = bodies.read(request)) {
            fields = Fields.read(body.bytes(), "members", "link", "reason", "by", "dryRun");
        }
        boolean onTrial = onTrial(fields.value("dryRun"));
        Asked asked = StewardProblems.asked(
                fields.text("by", StewardProblems.BY_LENGTH_MAX),
                fields.text("reason", StewardProblems.REASON_LENGTH_MAX),
                onTrial,
                request,
                response);
        if (fields.has("members") == fields.has("link")) {
            throw Fields.refused("members", "missing_field", "name either members or a link to part");
        }
        List<String> members = fields.has("members") ? members(fields.value("members")) : link(fields.value("link"));
        String customer = CustomersController.current(customers, id).id();
        try {
            Parted parted = fields.has("members")
                    ? stewardship.split(customer, members, asked)
                    : stewardship.splitAt(customer, members.get(0), members.get(1), asked);
            return SplitView.of(parted, onTrial);
        } catch (RefusedQuestion e) {
            throw StewardProblems.problem(e);
        } catch (IllegalAssertion e) {
            throw StewardProblems.problem(e);
        }
    }

    /** Without a word it is only shown. */
    private static boolean onTrial(Object value) {
        if (value != null && !(value instanceof Boolean)) {
            throw Fields.refused("dryRun", "invalid_type", "dryRun is true or false");
        }
        return value == null || (Boolean) value;
    }

    private static List<String> members(Object value) {
        if (!(value instanceof List<?> list)
                || list.isEmpty()
                || list.size() > MEMBERS_MAX
                || !list.stream().allMatch(SplitController::isMember)) {
            throw Fields.refused(
                    "members",
                    "invalid_type",
                    "members is a list of 1 to 1,000 texts such as record:crm/1001 or email:ada@example.org");
        }
        return list.stream().map(String.class::cast).toList();
    }

    private static List<String> link(Object value) {
        if (!(value instanceof Map<?, ?> link)
                || link.size() != 2
                || !isMember(link.get("from"))
                || !isMember(link.get("to"))) {
            throw Fields.refused("link", "invalid_type", "link is an object with the texts from and to");
        }
        return List.of((String) link.get("from"), (String) link.get("to"));
    }

    private static boolean isMember(Object value) {
        return value instanceof String text && !text.isBlank() && text.length() <= StewardProblems.MEMBER_LENGTH_MAX;
    }
}
