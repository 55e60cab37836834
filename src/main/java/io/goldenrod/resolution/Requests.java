package io.goldenrod.resolution;

import io.goldenrod.graph.StoredLink;
import io.goldenrod.lineage.Decision;
import io.goldenrod.lineage.Decision.Kind;
import io.goldenrod.resolution.Repartition.Waiting;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Decisions in the name of the changes that brought them about. */
final class Requests {

    private final Map<String, Waiting> byRecord = new HashMap<>();
    private final Waiting first;

    Requests(Collection<Waiting> waiting) {
        waiting.forEach(each -> byRecord.put(each.change().key().toString(), each));
        first = waiting.iterator().next();
    }

    /** Of a customer as a whole, or of some of its members. */
    Decision decision(Kind kind, String customer, String other, List<String> members) {
        return decision(kind, customer, other, null, null, null, null, null, members);
    }

    /** Of a link. */
    Decision decision(Kind kind, String customer, StoredLink link, String linkClass, String constraint, String detail) {
        return decision(
                kind,
                customer,
                null,
                link.record().toString(),
                link.identifier().key(),
                linkClass,
                constraint,
                detail,
                List.of());
    }

    Decision decision(
            Kind kind,
            String customer,
            String other,
            String record,
            String identifier,
            String linkClass,
            String constraint,
            String detail,
            List<String> members) {
        // where no one record is the cause, the first of the batch that asked for the partition stands for it
        Waiting cause = record != null && byRecord.containsKey(record) ? byRecord.get(record) : first;
        String by = record != null ? record : cause.change().key().toString();
        return new Decision(
                kind,
                customer,
                other,
                by,
                identifier,
                linkClass,
                constraint,
                detail,
                members,
                cause.change().request());
    }
}
