package io.goldenrod.graph;

import io.goldenrod.golden.CustomerIds.Issued;
import io.goldenrod.golden.GoldenProfile;
import io.goldenrod.golden.Pin;
import io.goldenrod.identity.RecordKey;
import io.goldenrod.identity.SourceRecord;
import io.goldenrod.partition.Traits;
import io.goldenrod.policy.Policy;
import java.time.Instant;
import java.util.Comparator;
import java.util.SortedMap;

/**
 * A customer as it stands in the graph: a summary that can stand in for its members.
 *
 * @param id its golden ID
 * @param founder the record that founded it
 * @param founderSeq that record's place in the order of ingest
 * @param foundedSeq when the ID was given out, on the same scale
 * @param createdAt when the ID was given out
 * @param updatedAt when it last changed
 * @param records how many records it has
 * @param identifiers how many identifiers it has
 * @param links how many positive links its members have, held ones included
 * @param held how many held links touch its members
 * @param bond what holds its records together
 * @param traits what constraints need to know of its members
 * @param profile what its records say
 * @param version grows with each change
 */
public record StoredCustomer(
        String id,
        RecordKey founder,
        long founderSeq,
        long foundedSeq,
        Instant createdAt,
        Instant updatedAt,
        long records,
        long identifiers,
        long links,
        long held,
        Bond bond,
        Traits traits,
        GoldenProfile profile,
        long version) {

    public static final Comparator<StoredCustomer> OLDEST_FIRST =
            Comparator.comparingLong(StoredCustomer::foundedSeq).thenComparing(StoredCustomer::id);

    /** A customer that has no members yet. */
    public static StoredCustomer founded(String id, RecordKey founder, long seq, Instant now) {
        return new StoredCustomer(
                id, founder, seq, seq, now, now, 0, 0, 0, 0, Bond.STRONG, Traits.NONE, GoldenProfile.EMPTY, 0);
    }

    /** What the records of a customer are held together by. */
    public enum Bond {
        /** By strong identifiers alone; what else ties them is not needed. One record is whole in itself. */
        STRONG,
        /** By weak identifiers too; no match runs between the parts that strong ones alone would make. */
        WEAK,
        /** Matches run between the parts that strong identifiers alone would make. */
        MATCHED
    }

    /** With all that another customer has. */
    public StoredCustomer with(StoredCustomer other, Policy policy) {
        return new StoredCustomer(
                id,
                founder,
                founderSeq,
                foundedSeq,
                createdAt,
                updatedAt,
                records + other.records,
                identifiers + other.identifiers,
                links + other.links,
                held + other.held,
                bond,
                traits.with(other.traits),
                profile.with(other.profile, policy),
                version + 1);
    }

    /** With one more record, what constraints must know of it, and so many new identifiers and links. */
    public StoredCustomer with(
            SourceRecord record, Traits added, int newIdentifiers, int newLinks, Instant now, Policy policy) {
        return new StoredCustomer(
                id,
                founder,
                founderSeq,
                foundedSeq,
                createdAt,
                now,
                records + 1,
                identifiers + newIdentifiers,
                links + newLinks,
                held,
                bond,
                traits.with(added),
                profile.with(GoldenProfile.of(record, policy), policy),
                version + 1);
    }

    /** Whether both say the same, but for when and how often they were written. */
    public boolean isLike(StoredCustomer other) {
        return equals(new StoredCustomer(
                other.id,
                other.founder,
                other.founderSeq,
                other.foundedSeq,
                other.createdAt,
                updatedAt,
                other.records,
                other.identifiers,
                other.links,
                other.held,
                other.bond,
                other.traits,
                other.profile,
                version));
    }

    public StoredCustomer withBond(Bond tie) {
        return new StoredCustomer(
                id,
                founder,
                founderSeq,
                foundedSeq,
                createdAt,
                updatedAt,
                records,
                identifiers,
                links,
                held,
                tie,
                traits,
                profile,
                version);
    }

    /** With these pins in force. */
    public StoredCustomer withPins(SortedMap<String, Pin> pins, Instant now) {
        return new StoredCustomer(
                id,
                founder,
                founderSeq,
                foundedSeq,
                createdAt,
                now,
                records,
                identifiers,
                links,
                held,
                bond,
                traits,
                profile.withPins(pins),
                version + 1);
    }

    public Issued issued() {
        return new Issued(id, founder, founderSeq, foundedSeq);
    }
}
