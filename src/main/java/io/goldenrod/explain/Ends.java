package io.goldenrod.explain;

import io.goldenrod.explain.Explanation.End;
import io.goldenrod.explain.RefusedQuestion.Kind;
import io.goldenrod.graph.CustomerReads.Status;
import io.goldenrod.graph.ExplainReads;
import io.goldenrod.graph.ExplainReads.Founding;
import io.goldenrod.graph.ExplainReads.Standing;
import io.goldenrod.graph.GraphUnavailableException;
import io.goldenrod.identity.RecordKey;
import io.goldenrod.lineage.Decision;
import io.goldenrod.normalize.IdentifierOutcome;
import io.goldenrod.resolution.PolicyInUse;
import java.util.List;
import java.util.regex.Pattern;

/** Reads which member is meant, in whatever writing, and finds it. Thread-safe. */
public final class Ends {

    /** As {@code CustomerIds} writes it. */
    private static final Pattern CUSTOMER_ID = Pattern.compile("C[0-9A-HJKMNP-TV-Z]{26}");

    /** A merged customer leads to a current one in one hop; a change in between may make it two. */
    private static final int HOPS_MAX = 3;

    private final ExplainReads graph;
    private final PolicyInUse inUse;

    public Ends(ExplainReads graph, PolicyInUse inUse) {
        this.graph = graph;
        this.inUse = inUse;
    }

    /** A member that was found, with what is known of it. */
    record Located(End end, Standing standing) {
        String member() {
            return end.member();
        }

        String customerId() {
            return end.customerId();
        }
    }

    /**
     * The member that is meant, as decisions name it.
     *
     * @param parameter names it in the refusal
     * @param text {@code record:source/recordId}, an identifier as {@code type:value} in any writing, or a customer ID,
     *     for which the record stands that founded it
     * @throws RefusedQuestion when it cannot be read or is not there
     * @throws GraphUnavailableException when the store does not answer
     */
    public String member(String parameter, String text) {
        return locate(parameter, text).member();
    }

    /** @throws RefusedQuestion when it cannot be read or is not there */
    Located locate(String parameter, String text) {
        if (CUSTOMER_ID.matcher(text).matches()) {
            return customer(parameter, text);
        }
        String member = read(parameter, text);
        Standing standing = graph.standings(List.of(member)).get(member);
        if (standing == null) {
            boolean record = member.startsWith(Decision.MEMBER_RECORD);
            throw unknown(
                    parameter,
                    record ? "unknown_record" : "unknown_identifier",
                    parameter + (record ? ": there is no such record" : ": no record carries this identifier"));
        }
        return new Located(new End(member, standing.customerId(), null), standing);
    }

    private String read(String parameter, String text) {
        if (text.startsWith(Decision.MEMBER_RECORD)) {
            try {
                return Decision.member(RecordKey.parse(text.substring(Decision.MEMBER_RECORD.length())));
            } catch (IllegalArgumentException e) {
                throw new RefusedQuestion(Kind.MALFORMED, parameter, "invalid_record", e.getMessage());
            }
        }
        int colon = text.indexOf(':');
        if (colon <= 0) {
            throw new RefusedQuestion(
                    Kind.MALFORMED,
                    parameter,
                    "invalid_member",
                    parameter + " is record:source/recordId, an identifier as type:value, or a customer ID");
        }
        IdentifierOutcome outcome =
                inUse.normalizer().identifier(text.substring(0, colon), text.substring(colon + 1), null);
        if (outcome instanceof IdentifierOutcome.Refusal refusal) {
            throw new RefusedQuestion(Kind.MALFORMED, parameter, refusal.code(), refusal.message());
        }
        return ((IdentifierOutcome.Normalized) outcome).identifier().key();
    }

    /** A merged one stands for its own founder, wherever that is now. */
    private Located customer(String parameter, String id) {
        String current = id;
        for (int hop = 0; hop < HOPS_MAX; hop++) {
            Founding found = graph.founding(current).orElseThrow(() -> unknownCustomer(parameter));
            if (found.status() == Status.RETIRED) {
                throw new RefusedQuestion(
                        Kind.RETIRED,
                        parameter,
                        "retired_customer",
                        parameter + ": the customer has no members left; its history is at /v1/customers/{id}/lineage");
            }
            boolean active = found.status() == Status.ACTIVE;
            if (found.founder() != null && (!active || current.equals(found.founderCustomer()))) {
                return record(id, found.founder(), found.founderCustomer());
            }
            if (active) {
                String customer = current;
                return graph.oldestRecord(current)
                        .map(record -> record(id, record, customer))
                        .orElseThrow(() -> unknownCustomer(parameter));
            }
            current = found.survivor();
            if (current == null) {
                break;
            }
        }
        throw unknownCustomer(parameter);
    }

    private static Located record(String requestedId, RecordKey key, String customer) {
        String member = Decision.member(key);
        return new Located(new End(member, customer, requestedId), new Standing(member, customer, null, List.of()));
    }

    private static RefusedQuestion unknownCustomer(String parameter) {
        return unknown(parameter, "unknown_customer", parameter + ": this customer id was never given out");
    }

    private static RefusedQuestion unknown(String parameter, String code, String message) {
        return new RefusedQuestion(Kind.UNKNOWN, parameter, code, message);
    }
}
