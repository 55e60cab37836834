package io.goldenrod.revision;

import io.goldenrod.graph.AssertionReads;
import io.goldenrod.graph.GraphScan.Part;
import io.goldenrod.graph.GraphUnavailableException;
import io.goldenrod.graph.RecordScan;
import io.goldenrod.graph.StoredMatch;
import io.goldenrod.identity.RecordKey;
import io.goldenrod.identity.SourceRecord;
import io.goldenrod.ingest.CompletePolicy;
import io.goldenrod.match.Matcher;
import io.goldenrod.partition.Rules;
import io.goldenrod.policy.Policy;
import io.goldenrod.resolution.BringUp;
import io.goldenrod.resolution.ResolvedComponent;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Resolves all records of a graph by another policy, beside the graph, and compares. Writes nothing to it, and ingest
 * goes on meanwhile; what comes after its page was read is left out.
 *
 * <p>Of every record some 200 bytes are held, and some 250 more where pairs are to be found anew; what the records say
 * goes to an encrypted file for temporary data, some 500 bytes each, and comes back one connected part at a time.
 */
public final class Simulation {

    private static final long BYTES_OF_RECORD = 250;
    private static final long BYTES_OF_BLOCKS = 350;

    /** Records that hang together, directly or not, and so must be looked at together: about 3 KiB each. */
    private static final int PART_RECORDS_MAX = 100_000;

    private final RecordScan graph;
    private final AssertionReads assertions;
    private final Policy before;
    private final CompletePolicy after;
    private final BringUp bringUp;
    private final Rules rules;
    private final Watcher watcher;
    private final long salt;

    /** Is told how far a simulation is, some times a second, and may end it by an exception. */
    @FunctionalInterface
    public interface Watcher {

        /**
         * @param phase {@code READING}, {@code MATCHING} or {@code RESOLVING}
         * @param total how many there are to be done, about
         */
        void at(String phase, long done, long total);
    }

    /** @param before the policy in force, to which all records were brought up */
    public Simulation(
            RecordScan graph, AssertionReads assertions, Policy before, CompletePolicy after, Watcher watcher) {
        this.graph = graph;
        this.assertions = assertions;
        this.before = before;
        this.after = after;
        this.bringUp = BringUp.between(before, after.policy(), new RecordReading(after.policy()));
        this.rules = new Rules(after.policy());
        this.watcher = watcher;
        this.salt = new SecureRandom().nextLong();
    }

    /** For tests, which know better what a policy reads. */
    Simulation(RecordScan graph, AssertionReads assertions, Policy before, CompletePolicy after, BringUp bringUp) {
        this.graph = graph;
        this.assertions = assertions;
        this.before = before;
        this.after = after;
        this.bringUp = bringUp;
        this.rules = new Rules(after.policy());
        this.watcher = (phase, done, total) -> {};
        this.salt = 1;
    }

    /** Who looks at the parts as they are resolved. */
    @FunctionalInterface
    interface Look {
        void at(ResolvedComponent part);
    }

    /**
     * @throws SimulationTooLarge when there is not enough memory, or too many records hang together by the policy
     * @throws GraphUnavailableException when the store does not answer
     */
    public PolicyDifference run() {
        return run(part -> {});
    }

    PolicyDifference run(Look look) {
        requireMemory();
        try (Spill spill = Spill.open()) {
            boolean anew = bringUp.matchesAnew() || bringUp.readsAnew();
            Matcher matcher = anew ? after.matcher() : null;
            Census census = new Census(after.policy(), matcher, bringUp, spill, salt);
            read(census);
            spill.seal();
            Pairs stored = census.matches.pairs(census.records);
            Pairs pairs = stored;
            if (anew) {
                pairs = matcher == null ? new Pairs() : match(census, matcher);
            }
            Comparing comparing = new Comparing(census, before, after.policy(), bringUp);
            comparing.compareMatches(stored, pairs);
            resolve(census, pairs, comparing, look);
            return comparing.difference();
        }
    }

    private void requireMemory() {
        long records = graph.records();
        long needed =
                records * (BYTES_OF_RECORD + (bringUp.matchesAnew() || bringUp.readsAnew() ? BYTES_OF_BLOCKS : 0));
        Runtime runtime = Runtime.getRuntime();
        long free = runtime.maxMemory() - runtime.totalMemory() + runtime.freeMemory();
        if (needed > free) {
            throw new SimulationTooLarge("trying this change on " + records + " records takes some "
                    + (needed >> 20) + " MiB of memory, and " + (free >> 20)
                    + " MiB are free: give the program more with -Xmx, or try it on a copy with fewer records");
        }
    }

    private void read(Census census) {
        long total = graph.records();
        CompletableFuture<Part<RecordScan.Scanned>> next = ahead("");
        while (next != null) {
            Part<RecordScan.Scanned> part = awaited(next);
            // the next page is on its way while this one is looked at
            next = part.last() == null ? null : ahead(part.last());
            part.rows().forEach(census::take);
            watcher.at("READING", census.size(), Math.max(total, census.size()));
        }
    }

    private CompletableFuture<Part<RecordScan.Scanned>> ahead(String key) {
        return CompletableFuture.supplyAsync(() -> graph.page(key, bringUp.readsAnew()));
    }

    private static <T> T awaited(CompletableFuture<T> future) {
        try {
            return future.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    private Pairs match(Census census, Matcher matcher) {
        AtomicInteger done = new AtomicInteger();
        return BlockPairs.of(
                census, after.policy(), matcher, () -> watcher.at("MATCHING", done.get(), census.size()), done);
    }

    private void resolve(Census census, Pairs pairs, Comparing comparing, Look look) {
        Spoken spoken = Spoken.read(assertions);
        Connected connected = Connected.of(census, pairs, spoken);
        Spill.Reader reader = census.spill.reader();
        for (int at = 0; at < census.size(); ) {
            int end = connected.endOfPart(at);
            if (end - at > PART_RECORDS_MAX) {
                throw new SimulationTooLarge((end - at) + " records would hang together by this policy, and more than "
                        + PART_RECORDS_MAX + " cannot be looked at together: it links by something that many share");
            }
            List<SpilledRecord> records = new ArrayList<>(end - at);
            List<SourceRecord> read = new ArrayList<>(end - at);
            Map<RecordKey, Integer> numbers = new HashMap<>();
            for (int i = at; i < end; i++) {
                SpilledRecord record = SpilledRecord.read(reader.get(connected.record(i)), after.policy());
                records.add(record);
                read.add(record.record());
                numbers.put(record.record().key(), i - at);
            }
            List<StoredMatch> matches = matches(connected, pairs, read, at, end);
            ResolvedComponent part =
                    ResolvedComponent.of(read, census::links, matches, spoken.of(read), rules, after.matcher());
            comparing.compare(part, records, i -> connected.record(i), at, numbers);
            look.at(part);
            if (at / RecordScan.PAGE_MAX != end / RecordScan.PAGE_MAX) {
                watcher.at("RESOLVING", end, census.size());
            }
            at = end;
        }
    }

    private static List<StoredMatch> matches(
            Connected connected, Pairs pairs, List<SourceRecord> read, int at, int end) {
        List<StoredMatch> matches = new ArrayList<>();
        Map<Integer, RecordKey> keys = new HashMap<>();
        for (int i = at; i < end; i++) {
            keys.put(connected.record(i), read.get(i - at).key());
        }
        for (int i = at; i < end; i++) {
            int left = connected.record(i);
            for (int pair = pairs.firstOf(left); pair < pairs.size() && pairs.left(pair) == left; pair++) {
                RecordKey one = keys.get(left);
                RecordKey other = keys.get(pairs.right(pair));
                boolean inOrder = one.compareTo(other) < 0;
                matches.add(new StoredMatch(
                        inOrder ? one : other,
                        inOrder ? other : one,
                        pairs.weight(pair),
                        0,
                        null,
                        null,
                        "",
                        List.of()));
            }
        }
        return matches;
    }
}
