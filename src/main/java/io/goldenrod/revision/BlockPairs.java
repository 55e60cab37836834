package io.goldenrod.revision;

import io.goldenrod.match.Matcher;
import io.goldenrod.match.Matcher.Verdict;
import io.goldenrod.match.Subject;
import io.goldenrod.policy.Policy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Finds the pairs of a census that match, on all cores. Blocks are taken by their first records, so that those of one
 * person, which mostly have the same members, come one after the other while their records are at hand.
 */
final class BlockPairs {

    /** Records at hand, about 2 KiB each, for each thread. */
    private static final int AT_HAND_MAX = 20_000;

    private static final int TURN = 512;

    private final Census census;
    private final Policy policy;
    private final Matcher matcher;
    private final int[] starts;
    private final int[] members;
    private final AtomicInteger next = new AtomicInteger();

    private BlockPairs(Census census, Policy policy, Matcher matcher) {
        this.census = census;
        this.policy = policy;
        this.matcher = matcher;
        int blocks = census.blocks.size();
        starts = new int[blocks + 1];
        for (int block = 0; block < blocks; block++) {
            starts[block + 1] = Math.addExact(starts[block], isLive(block) ? census.blockSizes.get(block) : 0);
        }
        members = new int[starts[blocks]];
        int[] place = starts.clone();
        for (int record = 0; record < census.size(); record++) {
            for (int i = census.blockStarts.get(record); i < census.blockStarts.get(record + 1); i++) {
                int block = census.blocksOf.get(i);
                if (isLive(block)) {
                    members[place[block]++] = record;
                }
            }
        }
    }

    private boolean isLive(int block) {
        int size = census.blockSizes.get(block);
        return size > 1 && size <= matcher.matching().blockRecordsMax();
    }

    /** @param progress told how many records' blocks are done */
    static Pairs of(Census census, Policy policy, Matcher matcher, Runnable progress, AtomicInteger done) {
        BlockPairs finder = new BlockPairs(census, policy, matcher);
        int threads = Runtime.getRuntime().availableProcessors();
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<Pairs>> parts = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                parts.add(pool.submit(() -> finder.find(done)));
            }
            Pairs all = new Pairs();
            for (Future<Pairs> part : parts) {
                while (!part.isDone()) {
                    Thread.sleep(50);
                    progress.run();
                }
                all.addAll(part.get());
            }
            all.sort();
            return all;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("pairs could not be compared", e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }

    private Pairs find(AtomicInteger done) {
        Pairs found = new Pairs();
        AtHand atHand = new AtHand();
        for (int from = next.getAndAdd(TURN);
                from < census.size() && !Thread.currentThread().isInterrupted();
                from = next.getAndAdd(TURN)) {
            int to = Math.min(census.size(), from + TURN);
            for (int record = from; record < to; record++) {
                for (int i = census.blockStarts.get(record); i < census.blockStarts.get(record + 1); i++) {
                    int block = census.blocksOf.get(i);
                    if (starts[block] < starts[block + 1] && members[starts[block]] == record) {
                        compare(block, atHand, found);
                    }
                }
            }
            done.addAndGet(to - from);
        }
        return found;
    }

    private void compare(int block, AtHand atHand, Pairs found) {
        for (int i = starts[block]; i < starts[block + 1]; i++) {
            for (int j = i + 1; j < starts[block + 1]; j++) {
                if (isFirstInCommon(block, members[i], members[j])) {
                    Subject one = atHand.get(members[i]);
                    Subject other = atHand.get(members[j]);
                    boolean inOrder = one.key().compareTo(other.key()) < 0;
                    double weight = matcher.model().weight(inOrder ? one : other, inOrder ? other : one);
                    if (matcher.verdict(weight) == Verdict.MATCH) {
                        found.add(members[i], members[j], weight);
                    }
                }
            }
        }
    }

    /** Of all live blocks that hold both, the pair is compared in the first. */
    private boolean isFirstInCommon(int block, int one, int other) {
        int i = census.blockStarts.get(one);
        int j = census.blockStarts.get(other);
        while (true) {
            int left = census.blocksOf.get(i);
            int right = census.blocksOf.get(j);
            if (left == right && starts[left] < starts[left + 1]) {
                return left == block;
            }
            i += left <= right ? 1 : 0;
            j += right <= left ? 1 : 0;
        }
    }

    /** The records looked at last. */
    private final class AtHand {
        private final Spill.Reader reader = census.spill.reader();
        private final Map<Integer, Subject> subjects = new LinkedHashMap<>(1024, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Integer, Subject> eldest) {
                return size() > AT_HAND_MAX;
            }
        };

        Subject get(int record) {
            Subject known = subjects.get(record);
            if (known == null) {
                known = matcher.model()
                        .subject(SpilledRecord.read(reader.get(record), policy).record());
                subjects.put(record, known);
            }
            return known;
        }
    }
}
