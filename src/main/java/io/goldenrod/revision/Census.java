package io.goldenrod.revision;

import io.goldenrod.graph.RecordScan;
import io.goldenrod.graph.StoredPair;
import io.goldenrod.identity.Identifier;
import io.goldenrod.identity.SourceRecord;
import io.goldenrod.match.Matcher;
import io.goldenrod.policy.IdentifierType;
import io.goldenrod.policy.Linking;
import io.goldenrod.policy.Policy;
import io.goldenrod.resolution.BringUp;
import io.goldenrod.resolution.Sharing;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * All records of a graph, as another policy reads them, by numbers: what each carries, and which identifiers link. The
 * records themselves are spilled.
 */
final class Census {

    private static final byte KNOWN = 1;
    private static final byte WAS_SUPPRESSED = 2;
    private static final byte NEVER_LINKS = 4;
    private static final byte SUPPRESSED = 8;

    private final Policy policy;
    private final Matcher matcher;
    private final BringUp bringUp;
    private final Sharing sharing;
    private final Map<String, Integer> kinds = new HashMap<>();

    final Spill spill;
    final HashNumbers records;
    final HashNumbers customers;
    final HashNumbers identifiers;
    final HashNumbers blocks;

    final IntList customerOf = new IntList();
    final IntList customerRecords = new IntList();
    final IntList customerFirst = new IntList();
    final IntList carriedStarts = new IntList();
    final IntList carried = new IntList();
    final IntList carriers = new IntList();
    final IntList firstCarrier = new IntList();
    final IntList blockStarts = new IntList();
    final IntList blocksOf = new IntList();
    final IntList blockSizes = new IntList();
    final HashSet64 held = new HashSet64();
    final StoredMatches matches = new StoredMatches();
    private final HashSet64 companions = new HashSet64();
    private byte[] states = new byte[1 << 10];
    private short[] companionCounts;
    private final int kindsMax;
    private long reread;

    /**
     * @param matcher finds pairs; null when they are not to be found anew
     * @param salt of hashes
     */
    Census(Policy policy, Matcher matcher, BringUp bringUp, Spill spill, long salt) {
        this.policy = policy;
        this.matcher = matcher;
        this.bringUp = bringUp;
        this.sharing = new Sharing(policy);
        this.spill = spill;
        records = new HashNumbers(salt);
        // the same customers are picked for a sample each time
        customers = new HashNumbers(0);
        identifiers = new HashNumbers(salt);
        blocks = new HashNumbers(salt);
        // two more for family and given names
        kindsMax = 2
                + (int) policy.types().stream()
                        .filter(type -> type.linking() == Linking.STRONG)
                        .count();
        companionCounts = new short[kindsMax << 10];
        carriedStarts.add(0);
        blockStarts.add(0);
    }

    /** How many records the other policy reads otherwise. */
    long reread() {
        return reread;
    }

    int size() {
        return spill.size();
    }

    void take(RecordScan.Scanned row) {
        SourceRecord stored = row.record();
        SourceRecord read = bringUp.readsAnew() ? bringUp.reading().apply(stored, row.payload()) : stored;
        boolean same = read == stored || BringUp.isSame(stored, read);
        SourceRecord record = same ? stored : read;
        reread += same ? 0 : 1;
        String key = record.key().toString();
        if (records.number(key) != spill.size()) {
            return;
        }
        int number = spill.add(new SpilledRecord(
                        record, same ? record.attributes() : stored.attributes(), row.customer(), row.pinned())
                .write());
        belongs(number, row.customer());
        for (RecordScan.Observed observed : row.links()) {
            int identifier = number(observed.identifier());
            states[identifier] |= (byte) (KNOWN | (observed.suppressed() ? WAS_SUPPRESSED : 0));
            if (observed.held()) {
                held.add(records.hash(key + "|" + observed.identifier().key()));
            }
        }
        for (RecordScan.Matched match : row.matches()) {
            matches.add(number, records.hash(match.other().toString()), match.weight());
            if (match.held()) {
                held.add(records.hash(StoredPair.key(record.key(), match.other())));
            }
        }
        record.identifiers().forEach(identifier -> carry(number, identifier, record));
        carriedStarts.add(carried.size());
        if (matcher != null) {
            for (String block : matcher.blocks(record)) {
                int at = blocks.number(block);
                if (at == blockSizes.size()) {
                    blockSizes.add(0);
                }
                blockSizes.increment(at);
                blocksOf.add(at);
            }
            blocksOf.sort(blockStarts.get(number), blocksOf.size());
            blockStarts.add(blocksOf.size());
        }
    }

    private void belongs(int record, String customer) {
        int number = customers.number(customer);
        if (number == customerRecords.size()) {
            customerRecords.add(0);
            customerFirst.add(record);
        }
        customerRecords.increment(number);
        customerOf.add(number);
    }

    private int number(Identifier identifier) {
        int number = identifiers.number(identifier.key());
        if (number == carriers.size()) {
            carriers.add(0);
            firstCarrier.add(-1);
            if (number == states.length) {
                states = Arrays.copyOf(states, number * 2);
                companionCounts = Arrays.copyOf(companionCounts, kindsMax * number * 2);
            }
            boolean never = policy.linking(identifier.type()) == Linking.NONE || policy.denies(identifier);
            states[number] = never ? NEVER_LINKS : 0;
        }
        return number;
    }

    private void carry(int record, Identifier identifier, SourceRecord carrier) {
        int number = number(identifier);
        carried.add(number);
        carriers.increment(number);
        if (firstCarrier.get(number) < 0) {
            firstCarrier.set(number, record);
        }
        IdentifierType type = policy.type(identifier.type());
        if ((states[number] & (NEVER_LINKS | SUPPRESSED)) != 0 || type.sharedAbove() == 0 && type.namesAbove() == 0) {
            return;
        }
        long own = identifiers.hashOf(number);
        for (String line : sharing.companions(identifier, carrier.identifiers(), carrier.names(), carrier.denied())) {
            boolean name = line.charAt(0) == '~';
            int threshold = name ? type.namesAbove() : type.sharedAbove();
            if (threshold > 0 && companions.add(own * 31 + identifiers.hash(line))) {
                int kind = kinds.computeIfAbsent(line.substring(0, line.indexOf(':')), absent -> kinds.size());
                if (++companionCounts[number * kindsMax + kind] > threshold) {
                    states[number] |= SUPPRESSED;
                    return;
                }
            }
        }
    }

    /** Whether the identifier links by the other policy. */
    boolean links(int identifier) {
        return (states[identifier] & (NEVER_LINKS | SUPPRESSED)) == 0;
    }

    boolean links(Identifier identifier) {
        return links(identifiers.find(identifier.key()));
    }

    /** Whether the identifier is there now, and links. */
    boolean linkedBefore(int identifier) {
        return (states[identifier] & (KNOWN | WAS_SUPPRESSED)) == KNOWN;
    }

    /** Whether the identifier is there now, and does not link. */
    boolean wasSuppressed(int identifier) {
        return (states[identifier] & WAS_SUPPRESSED) != 0;
    }
}
