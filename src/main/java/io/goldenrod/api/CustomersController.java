package io.goldenrod.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.goldenrod.api.CustomerView.IdentifierView;
import io.goldenrod.api.CustomerView.RecordSummary;
import io.goldenrod.explain.Confidence;
import io.goldenrod.explain.Explainer;
import io.goldenrod.graph.CustomerReads;
import io.goldenrod.graph.CustomerReads.Customer;
import io.goldenrod.graph.CustomerReads.Edge;
import io.goldenrod.graph.CustomerReads.Node;
import io.goldenrod.graph.CustomerReads.Status;
import io.goldenrod.graph.CustomerReads.Surroundings;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Customers: their profile, members, surroundings and history. Any id that was ever given out answers. */
@Tag(name = "Customers")
@RestController
class CustomersController {

    private static final int DEPTH_MAX = 3;
    private static final int NODES_DEFAULT = 200;
    private static final int NODES_MAX = 500;

    /** Reading the links of so many takes a few milliseconds. */
    private static final int CONFIDENCE_RECORDS_MAX = 1_000;

    private final CustomerReads customers;
    private final Explainer explainer;
    private final Past past;

    CustomersController(CustomerReads customers, Explainer explainer, Past past) {
        this.customers = customers;
        this.explainer = explainer;
        this.past = past;
    }

    /** A profile with what its customer's being one rests on. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ProfileView(
            @JsonUnwrapped CustomerView customer,

            @Schema(
                    description = "The weakest link that the customer's records cannot do without; absent when it has"
                            + " one record, and of more than 1,000 records unless it is asked for")
            Confidence confidence) {}

    @Operation(
            summary = "Show a customer's golden profile",
            description = "A merged id answers with its survivor; the answer names both. A retired id answers 410.")
    @Parameter(
            name = "include",
            in = ParameterIn.QUERY,
            description = "confidence: also of a customer of more than 1,000 records, all of which are then read",
            schema = @Schema(type = "string", allowableValues = "confidence"))
    @Parameter(
            name = HttpHeaders.IF_NONE_MATCH,
            in = ParameterIn.HEADER,
            description = "The ETag of an earlier answer; 304 when nothing changed since")
    @AsOf.Described
    @GetMapping(path = "/v1/customers/{id}", produces = Json.MEDIA_TYPE)
    ResponseEntity<ProfileView> profile(@PathVariable String id, HttpServletRequest request) {
        Query query = Query.of(request, "include", AsOf.PARAMETER);
        String include = query.text("include");
        AsOf asOf = past.asOf(query);
        if (include != null && (asOf != null || !include.equals("confidence"))) {
            throw ProblemException.badRequest(
                    "invalid_parameter", "include", "include is confidence, or left out, as it is of the past");
        }
        if (asOf != null) {
            return ResponseEntity.ok(new ProfileView(CustomerView.of(current(id, asOf), asOf), null));
        }
        Customer customer = current(id, null);
        String tag = tag(customer);
        if (isKnown(request.getHeader(HttpHeaders.IF_NONE_MATCH), tag)) {
            return ResponseEntity.status(HttpStatus.NOT_MODIFIED).eTag(tag).build();
        }
        boolean isLarge = customer.records() > CONFIDENCE_RECORDS_MAX;
        return ResponseEntity.ok()
                .eTag(tag)
                .body(new ProfileView(
                        CustomerView.of(customer),
                        isLarge && include == null ? null : explainer.confidence(customer.id())));
    }

    static String tag(Customer customer) {
        return "\"" + customer.id() + "-" + customer.version() + "\"";
    }

    /** RFC 9110, 13.1.2: a list of tags, of which weak ones match as well, or a star. */
    static boolean isKnown(String header, String tag) {
        if (header == null) {
            return false;
        }
        for (String known : header.split(",")) {
            String strong = known.strip();
            strong = strong.startsWith("W/") ? strong.substring(2) : strong;
            if (strong.equals("*") || strong.equals(tag)) {
                return true;
            }
        }
        return false;
    }

    @Operation(summary = "List a customer's records, by source and recordId")
    @PageParameters
    @AsOf.Described
    @GetMapping(path = "/v1/customers/{id}/records", produces = Json.MEDIA_TYPE)
    Pages.Part<RecordSummary> records(@PathVariable String id, HttpServletRequest request) {
        Query query = Query.of(request, "limit", "cursor", AsOf.PARAMETER);
        String after = Pages.after(query, "");
        int limit = Pages.limit(query);
        AsOf asOf = past.asOf(query);
        String current = current(id, asOf).id();
        var page = asOf == null
                ? customers.records(current, after, limit)
                : past.reads().records(current, asOf.seq(), after, limit);
        return Pages.part(page, RecordSummary::of, asOf);
    }

    @Operation(summary = "List a customer's identifiers, by type and value")
    @PageParameters
    @AsOf.Described
    @GetMapping(path = "/v1/customers/{id}/identifiers", produces = Json.MEDIA_TYPE)
    Pages.Part<IdentifierView> identifiers(@PathVariable String id, HttpServletRequest request) {
        Query query = Query.of(request, "limit", "cursor", AsOf.PARAMETER);
        String after = Pages.after(query, "");
        int limit = Pages.limit(query);
        AsOf asOf = past.asOf(query);
        String current = current(id, asOf).id();
        var page = asOf == null
                ? customers.identifiers(current, after, limit)
                : past.reads().identifiers(current, asOf.seq(), after, limit);
        return Pages.part(page, IdentifierView::of, asOf);
    }

    @Operation(
            summary = "List a customer's decisions, oldest first",
            description = "Those of customers that became part of it included. A retired id still answers.")
    @PageParameters
    @GetMapping(path = "/v1/customers/{id}/lineage", produces = Json.MEDIA_TYPE)
    Pages.Part<DecisionView> lineage(@PathVariable String id, HttpServletRequest request) {
        Query query = Query.of(request, "limit", "cursor");
        long after = Pages.afterNumber(query);
        int limit = Pages.limit(query);
        Customer customer = customers.customer(id).orElseThrow(CustomersController::unknown);
        return Pages.part(customers.lineage(customer.id(), after, limit), DecisionView::of);
    }

    /** A customer's surroundings. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record GraphView(
            List<NodeView> nodes,
            List<EdgeView> edges,

            @Schema(description = "Whether there is more than the limit lets show")
            boolean cut,

            @Schema(description = "The past moment that was asked about")
            AsOf asOf) {

        private static GraphView of(Surroundings found, AsOf asOf) {
            return new GraphView(
                    found.nodes().stream().map(NodeView::of).toList(),
                    found.edges().stream().map(EdgeView::of).toList(),
                    found.cut(),
                    asOf);
        }
    }

    /** A node. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record NodeView(
            String id,

            @Schema(description = "CUSTOMER, RECORD or IDENTIFIER")
            String kind,

            String label,

            @Schema(description = "The customer that it belongs to")
            String customerId,

            @Schema(description = "Why an identifier does not link: DENIED, SHARED, NAMES or NONE")
            String suppressed) {

        private static NodeView of(Node node) {
            return new NodeView(node.id(), node.kind(), node.label(), node.customerId(), node.suppressed());
        }
    }

    /** An edge. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record EdgeView(
            String from,
            String to,

            @Schema(description = "OBSERVED, MATCHED or RESOLVED_TO")
            String kind,

            Instant at,

            @Schema(description = "The constraint that keeps the link from joining")
            String held,

            String detail,

            @Schema(description = "Of a match: that both records are of one person, 0 to 1")
            Double probability) {

        private static EdgeView of(Edge edge) {
            return new EdgeView(
                    edge.from(), edge.to(), edge.kind(), edge.at(), edge.held(), edge.detail(), edge.probability());
        }
    }

    @Operation(
            summary = "Show a customer's surroundings in the graph",
            description = "Its records and their identifiers, held links included and marked. Each step of depth beyond"
                    + " the first adds the records, with their customers, that share an identifier or match. As of a past moment,"
                    + " matches are not shown and lead no further.")
    @Parameter(
            name = "depth",
            in = ParameterIn.QUERY,
            schema = @Schema(type = "integer", minimum = "1", maximum = "3", defaultValue = "1"))
    @Parameter(
            name = "limit",
            in = ParameterIn.QUERY,
            description = "Most nodes",
            schema = @Schema(type = "integer", minimum = "1", maximum = "500", defaultValue = "200"))
    @AsOf.Described
    @GetMapping(path = "/v1/customers/{id}/graph", produces = Json.MEDIA_TYPE)
    GraphView graph(@PathVariable String id, HttpServletRequest request) {
        Query query = Query.of(request, "depth", "limit", AsOf.PARAMETER);
        int depth = query.number("depth", 1, 1, DEPTH_MAX);
        int nodes = query.number("limit", NODES_DEFAULT, 1, NODES_MAX);
        AsOf asOf = past.asOf(query);
        String current = current(id, asOf).id();
        return GraphView.of(
                asOf == null
                        ? customers.graph(current, depth, nodes)
                        : past.reads().graph(current, asOf.seq(), depth, nodes),
                asOf);
    }

    /** @param asOf null for now */
    private Customer current(String id, AsOf asOf) {
        return current(asOf == null ? customers.customer(id) : past.reads().customer(id, asOf.seq()));
    }

    /** The customer behind an ID, unless that was never given out or is retired. */
    static Customer current(CustomerReads customers, String id) {
        return current(customers.customer(id));
    }

    private static Customer current(Optional<Customer> found) {
        Customer customer = found.orElseThrow(CustomersController::unknown);
        if (customer.status() == Status.RETIRED) {
            throw new ProblemException(
                    410,
                    "retired_customer",
                    "The customer is no more",
                    "it has no members left; its history is at /v1/customers/" + customer.id() + "/lineage",
                    List.of());
        }
        return customer;
    }

    private static ProblemException unknown() {
        return ProblemException.notFound("unknown_customer", "this customer id was never given out");
    }
}
