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

    private final Map<RecordKey, Source> byRecord = new HashMap<>();
    private final Map<String, Source> byCustomer = new HashMap<>();
    private final Source first;

    Requests(Collection<Waiting> waiting) {
        waiting.forEach(each -> byRecord.put(each.change().key(), source(each)));
        first = source(waiting.iterator().next());
    }

    /**
     * Of what a steward said.
     *
     * @param link as it is named; from no record when it is about identifiers alone
     */
    Requests(String request, Cause link) {
        first = new Source(request, link.record(), link);
    }

    /**
     * Who asked for something, by a record or by a word.
     *
     * @param record null for a word about identifiers alone
     * @param link the word; null for a record
     */
    private record Source(String request, RecordKey record, Cause link) {}

    private static Source source(Waiting each) {
        return new Source(each.change().request(), each.change().key(), null);
    }

    /** Notes that the change touched the customer; null touches none. */
    void touched(String customer, Waiting by) {
        if (customer != null) {
            byCustomer.putIfAbsent(customer, source(by));
        }
    }

    /** Of a customer as a whole, or of some of its members. */
    Decision decision(Kind kind, String customer, String other, List<String> members) {
        Source source = sourceOf(customer, other);
        return decision(source, kind, customer, other, source.record, source.link, null, members);
    }

    /** Of what the change itself did. */
    Decision decision(Waiting by, Kind kind, String customer, String other, List<String> members) {
        return decision(source(by), kind, customer, other, by.change().key(), null, null, members);
    }

    /** Of members that came, or of a customer that was merged, over a link; null when no one link did it. */
    Decision decision(Kind kind, String customer, String other, RecordKey record, Cause over, List<String> members) {
        return decision(sourceOf(record, customer, other), kind, customer, other, record, over, null, members);
    }

    /** Of a link that is held or released. */
    Decision decision(Kind kind, String customer, Cause link, String constraint, String detail) {
        Cause said = new Cause(link.record(), link.over(), link.linkClass(), detail);
        Source source = sourceOf(link.record(), customer, null);
        return decision(source, kind, customer, null, link.record(), said, constraint, List.of());
    }

    /** Of an identifier that starts or stops being suppressed. */
    Decision decision(Waiting by, Kind kind, String customer, Identifier identifier, String detail) {
        RecordKey record = by.change().key();
        Cause said = new Cause(record, identifier.key(), null, detail);
        return decision(source(by), kind, customer, null, record, said, null, List.of());
    }

    private Source sourceOf(RecordKey record, String customer, String other) {
        Source source = byRecord.get(record);
        return source != null ? source : sourceOf(customer, other);
    }

    private Source sourceOf(String customer, String other) {
        Source source = byCustomer.get(customer);
        return source != null ? source : byCustomer.getOrDefault(other, first);
    }

    private static Decision decision(
            Source source,
            Kind kind,
            String customer,
            String other,
            RecordKey record,
            Cause over,
            String constraint,
            List<String> members) {
        return new Decision(
                kind,
                customer,
                other,
                record == null ? null : record.toString(),
                over == null ? null : over.over(),
                over == null ? null : over.linkClass(),
                constraint,
                over == null ? null : over.detail(),
                members,
                source.request);
    }
}
