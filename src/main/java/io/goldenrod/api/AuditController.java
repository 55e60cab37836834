package io.goldenrod.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.goldenrod.graph.DecisionLog;
import io.goldenrod.graph.DecisionLog.Filter;
import io.goldenrod.graph.DecisionLog.Head;
import io.goldenrod.identity.RecordKey;
import io.goldenrod.lineage.Decision;
import io.goldenrod.lineage.Decision.Kind;
import io.goldenrod.normalize.IdentifierOutcome;
import io.goldenrod.quality.ChainCheck;
import io.goldenrod.quality.ChainReport;
import io.goldenrod.resolution.PolicyInUse;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The history of everything, and whether it is what it was. */
@Tag(name = "Audit")
@RestController
class AuditController {

    private final DecisionLog log;
    private final PolicyInUse inUse;
    private final Semaphore verifying = new Semaphore(1);

    AuditController(DecisionLog log, PolicyInUse inUse) {
        this.log = log;
        this.inUse = inUse;
    }

    /** Whether the chain of decisions holds. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ChainView(
            @Schema(description = "INTACT or BROKEN") String status,

            @Schema(description = "How many decisions were computed anew and hold")
            long decisions,

            @Schema(description = "The first decision that was checked")
            long from,

            @Schema(description = "The last one") long to,

            @Schema(description = "Of how many of these a value was erased")
            long erased,

            @Schema(
                    description = "The last decision that holds; keep its hash elsewhere, and a chain that was written"
                            + " anew is told by another one")
            LinkView head,

            @Schema(description = "The first link that does not hold; absent when all do")
            BreakView broken) {

        private static ChainView of(ChainReport report) {
            return new ChainView(
                    report.isIntact() ? "INTACT" : "BROKEN",
                    report.decisions(),
                    report.from(),
                    report.to(),
                    report.erased(),
                    report.lastSeq() == 0 ? null : new LinkView(report.lastSeq(), report.lastHash()),
                    report.isIntact()
                            ? null
                            : new BreakView(
                                    report.broken().seq(),
                                    report.broken().reason().name(),
                                    report.broken().reason().text()));
        }
    }

    /** A decision's place and hash. */
    record LinkView(
            long seq,

            @Schema(description = "SHA-256 over the hash before and the decision, in hexadecimal")
            String hash) {}

    /** A link that does not hold. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record BreakView(
            @Schema(description = "The decision's number; absent where a decision has none")
            Long seq,

            @Schema(description = "ALTERED, MISSING, OUT_OF_PLACE, HEAD_DIFFERS or NO_HASH")
            String reason,

            String detail) {}

    @Operation(
            summary = "Verify the chain of decisions",
            description = "Computes every hash anew, of all decisions or of a part, and names the first that does not"
                    + " fit. Takes some ten seconds for a million decisions; one at a time, or 429.")
    @Parameter(
            name = "from",
            in = ParameterIn.QUERY,
            description = "The first decision; what comes before it is taken for granted",
            schema = @Schema(type = "integer", format = "int64", minimum = "1"))
    @Parameter(
            name = "to",
            in = ParameterIn.QUERY,
            description = "The last decision",
            schema = @Schema(type = "integer", format = "int64", minimum = "1"))
    @GetMapping(path = "/v1/audit/verify", produces = Json.MEDIA_TYPE)
    ChainView verify(HttpServletRequest request) {
        Query query = Query.of(request, "from", "to");
        Head head = log.head();
        long from = query.number("from", head.first(), head.first(), head.seq());
        long to = query.number("to", head.seq(), head.first(), head.seq());
        if (query.text("from") != null && from > to) {
            throw ProblemException.badRequest("invalid_parameter", "from", "from is at most to");
        }
        if (!verifying.tryAcquire()) {
            throw new ProblemException(
                    429, "busy", "Too much is asked at once", "the chain is being verified already", List.of());
        }
        try {
            return ChainView.of(new ChainCheck(log).run(head, from, to));
        } finally {
            verifying.release();
        }
    }

    @Operation(
            summary = "List decisions in their order",
            description =
                    "Of a customer, a record, an identifier, of one kind, in a part of the history, or all; several"
                            + " conditions together. Without a customer, record or identifier, one answer looks at 20,000"
                            + " decisions at most: it may then show fewer than the limit, or none, and still name a next part.")
    @Parameter(
            name = "customer",
            in = ParameterIn.QUERY,
            description = "Those that concern this customer",
            schema = @Schema(type = "string"))
    @Parameter(
            name = "record",
            in = ParameterIn.QUERY,
            description =
                    "Those by which this record, source/recordId, came, changed, moved or went, by which its links"
                            + " were held or released, and merges that it brought",
            schema = @Schema(type = "string"))
    @Parameter(
            name = "identifier",
            in = ParameterIn.QUERY,
            description =
                    "Those by which this identifier, type:value, came, moved or went, by which its links were held"
                            + " or released, and by which it was suppressed or not any more",
            schema = @Schema(type = "string"))
    @Parameter(
            name = "kind",
            in = ParameterIn.QUERY,
            description = "Those of this kind",
            schema = @Schema(implementation = Kind.class))
    @Parameter(
            name = "from",
            in = ParameterIn.QUERY,
            description = "The first decision by its number, or an RFC 3339 time: those after it",
            schema = @Schema(type = "string"))
    @Parameter(
            name = "to",
            in = ParameterIn.QUERY,
            description = "The last decision by its number, or an RFC 3339 time: those up to it",
            schema = @Schema(type = "string"))
    @PageParameters
    @GetMapping(path = "/v1/audit", produces = Json.MEDIA_TYPE)
    Pages.Part<DecisionView> list(HttpServletRequest request) {
        Query query = Query.of(request, "customer", "record", "identifier", "kind", "from", "to", "limit", "cursor");
        Moment from = Moment.of(query, "from");
        Moment to = Moment.of(query, "to");
        long after = Pages.afterNumber(query);
        int limit = Pages.limit(query);
        String kind = kind(query.text("kind"));
        long last = log.head().seq();
        long first = from == null ? 1 : from.seq() != null ? from.seq() : from.last(log) + 1;
        long end = to == null ? last : Math.min(last, to.last(log));
        if (from != null && to != null && isBackwards(from, to)) {
            throw ProblemException.badRequest("invalid_parameter", "from", "from comes before to");
        }
        var filter = new Filter(query.text("customer"), members(query), kind, first, end);
        return Pages.part(log.list(filter, after, limit), DecisionView::of);
    }

    private List<String> members(Query query) {
        List<String> members = new ArrayList<>();
        if (query.text("record") != null) {
            try {
                members.add(Decision.member(RecordKey.parse(query.text("record"))));
            } catch (IllegalArgumentException e) {
                throw ProblemException.badRequest(
                        "invalid_parameter", "record", "a record is written source/recordId, as in crm/1001");
            }
        }
        if (query.text("identifier") != null) {
            members.add(identifier(query));
        }
        return members;
    }

    private String identifier(Query query) {
        String pluses = query.textWithPluses("identifier");
        String[] parts = (pluses == null ? query.text("identifier") : pluses).split(":", 2);
        if (parts.length < 2) {
            throw ProblemException.badRequest(
                    "invalid_parameter",
                    "identifier",
                    "an identifier is written type:value, as in email:ada@example.org");
        }
        IdentifierOutcome outcome = inUse.normalizer().identifier(parts[0], parts[1], null);
        if (outcome instanceof IdentifierOutcome.Normalized normalized) {
            return normalized.identifier().key();
        }
        IdentifierOutcome.Refusal refusal = (IdentifierOutcome.Refusal) outcome;
        throw ProblemException.badRequest(refusal.code(), "identifier", refusal.message());
    }

    private static boolean isBackwards(Moment from, Moment to) {
        return from.seq() != null && to.seq() != null
                ? from.seq() > to.seq()
                : from.at() != null && to.at() != null && from.at().isAfter(to.at());
    }

    private static String kind(String name) {
        if (name == null
                || Arrays.stream(Kind.values()).anyMatch(each -> each.name().equals(name))) {
            return name;
        }
        throw ProblemException.badRequest("invalid_parameter", "kind", "kind is one of " + List.of(Kind.values()));
    }
}
