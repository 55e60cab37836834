package io.goldenrod.resolution;

import io.goldenrod.identity.Identifier;
import io.goldenrod.identity.RecordKey;
import io.goldenrod.lineage.Decision;
import io.goldenrod.lineage.Decision.Kind;
import io.goldenrod.resolution.Repartition.Waiting;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Decisions in the name of the changes that brought them about: of the record itself, else of the first change that
 * touched the customer. Only what reaches a customer over other ones' held links is put down to the first of the batch.
 */
final class Requests {

    private final Map<RecordKey, Waiting> byRecord = new HashMap<>();
    private final Map<String, Waiting> byCustomer = new HashMap<>();
    private final Waiting first;

    Requests(Collection<Waiting> waiting) {
        waiting.forEach(each -> byRecord.put(each.change().key(), each));
        first = waiting.iterator().next();
    }

    /** Notes that the change touched the customer; null touches none. */
    void touched(String customer, Waiting by) {
        if (customer != null) {
            byCustomer.putIfAbsent(customer, by);
        }
    }

    /** Of a customer as a whole, or of some of its members. */
    Decision decision(Kind kind, String customer, String other, List<String> members) {
        return decision(causeOf(customer, other), kind, customer, other, members);
    }

    /** Of what the change itself did. */
    Decision decision(Waiting cause, Kind kind, String customer, String other, List<String> members) {
        RecordKey record = cause.change().key();
        return decision(cause, kind, customer, other, record, null, null, null, null, members);
    }

    /** Of members that came, or of a customer that was merged, over a link; null when no one link did it. */
    Decision decision(Kind kind, String customer, String other, RecordKey record, Cause over, List<String> members) {
        String member = over == null ? null : over.over();
        String linkClass = over == null ? null : over.linkClass();
        String detail = over == null ? null : over.detail();
        Waiting cause = causeOf(record, customer, other);
        return decision(cause, kind, customer, other, record, member, linkClass, null, detail, members);
    }

    /** Of a link that is held or released. */
    Decision decision(Kind kind, String customer, Cause link, String constraint, String detail) {
        return decision(
                causeOf(link.record(), customer, null),
                kind,
                customer,
                null,
                link.record(),
                link.over(),
                link.linkClass(),
                constraint,
                detail,
                List.of());
    }

    /** Of an identifier that starts or stops being suppressed. */
    Decision decision(Waiting cause, Kind kind, String customer, Identifier identifier, String detail) {
        RecordKey record = cause.change().key();
        return decision(cause, kind, customer, null, record, identifier.key(), null, null, detail, List.of());
    }

    private Waiting causeOf(RecordKey record, String customer, String other) {
        Waiting cause = byRecord.get(record);
        return cause != null ? cause : causeOf(customer, other);
    }

    private Waiting causeOf(String customer, String other) {
        Waiting cause = byCustomer.get(customer);
        return cause != null ? cause : byCustomer.getOrDefault(other, first);
    }

    private static Decision decision(
            Waiting cause,
            Kind kind,
            String customer,
            String other,
            RecordKey record,
            String identifier,
            String linkClass,
            String constraint,
            String detail,
            List<String> members) {
        return new Decision(
                kind,
                customer,
                other,
                record.toString(),
                identifier,
                linkClass,
                constraint,
                detail,
                members,
                cause.change().request());
    }
}
