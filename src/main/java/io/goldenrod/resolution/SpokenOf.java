package io.goldenrod.resolution;

import io.goldenrod.graph.AssertionStore;
import io.goldenrod.graph.StoredAssertion;
import io.goldenrod.identity.Identifier;
import io.goldenrod.identity.RecordKey;
import io.goldenrod.identity.SourceRecord;
import io.goldenrod.lineage.Decision;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Members that come and of which a steward said something before.
 *
 * @param members as assertions name them
 */
record SpokenOf(Set<String> members) {

    /** Those of the records and identifiers that are not there yet. */
    static SpokenOf among(
            AssertionStore store,
            Collection<RecordKey> records,
            Set<RecordKey> recordsThere,
            Collection<Identifier> identifiers,
            Set<Identifier> identifiersThere) {
        Set<String> coming = new TreeSet<>();
        records.stream()
                .filter(key -> !recordsThere.contains(key))
                .map(Decision::member)
                .forEach(coming::add);
        identifiers.stream()
                .filter(each -> !identifiersThere.contains(each))
                .map(Identifier::key)
                .forEach(coming::add);
        Set<String> members = new TreeSet<>();
        for (StoredAssertion word : store.assertionsOf(coming)) {
            Stream.of(word.left(), word.right()).filter(coming::contains).forEach(members::add);
        }
        return new SpokenOf(members);
    }

    boolean concerns(SourceRecord record) {
        return !members.isEmpty()
                && (members.contains(Decision.member(record.key()))
                        || record.identifiers().stream().map(Identifier::key).anyMatch(members::contains));
    }
}
