package io.goldenrod.resolution;

import io.goldenrod.graph.StoredAssertion;
import io.goldenrod.graph.StoredLink;
import io.goldenrod.graph.StoredMatch;
import io.goldenrod.graph.StoredPair;
import io.goldenrod.identity.RecordKey;
import io.goldenrod.lineage.Decision;
import io.goldenrod.partition.LinkClass;
import io.goldenrod.partition.Rules;
import java.util.Locale;

/**
 * A link as decisions name it.
 *
 * @param record the record that it starts from
 * @param over the identifier or the record that it leads to, as members are named
 * @param linkClass an identifier type, {@code matched} or {@code same}
 * @param detail how sure the model is of a match, without personal values, or the assertion; null for an observation
 */
record Cause(RecordKey record, String over, String linkClass, String detail) {

    private static final int HASH_SHOWN = 12;

    static Cause of(StoredLink link) {
        return new Cause(
                link.record(), link.identifier().key(), link.identifier().type(), null);
    }

    /** Of a match, seen from one of its two records. */
    static Cause of(StoredMatch match, RecordKey from, Rules rules) {
        RecordKey other = from.equals(match.left()) ? match.right() : match.left();
        return matched(from, other, match.weight(), match.model(), rules);
    }

    /** Of a steward's word, seen from one of its two members; null when that is no record. */
    static Cause of(StoredAssertion assertion, String from) {
        RecordKey record = Decision.recordOf(from);
        return record == null
                ? null
                : new Cause(record, assertion.other(from), LinkClass.SAME.name(), "assertion " + assertion.id());
    }

    /** Of a match that is no more. */
    static Cause of(StoredPair pair, Rules rules) {
        return new Cause(
                pair.left(), Decision.member(pair.right()), rules.matched().name(), null);
    }

    private static Cause matched(RecordKey from, RecordKey to, double weight, String model, Rules rules) {
        String shown = model.substring(0, Math.min(HASH_SHOWN, model.length()));
        return new Cause(
                from,
                Decision.member(to),
                rules.matched().name(),
                String.format(Locale.ROOT, "weight %.2f by model %s", weight, shown));
    }
}
