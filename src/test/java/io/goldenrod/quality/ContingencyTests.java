package io.goldenrod.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.goldenrod.identity.RecordKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ContingencyTests {

    /** The worked example of the B³ paper's section on its algorithm: 5 + 2 + 5 entities, the last two merged. */
    @Test
    void agreesWithThePapersExample() {
        var contingency = new Contingency(
                List.of(keys(1, 5), keys(6, 12)), key -> number(key) <= 5 ? "a" : number(key) <= 7 ? "b" : "c");
        assertThat(contingency.bCubed().precision()).isCloseTo(0.762, within(0.001));
        assertThat(contingency.bCubed().recall()).isEqualTo(1);
        assertThat(contingency.pairwise()).isEqualTo(new PairwiseQuality(31, 21, 21));
    }

    @Test
    void agreesWithCountingEveryPair() {
        for (long seed = 0; seed < 500; seed++) {
            var random = new Random(seed);
            int records = random.nextInt(30);
            Map<RecordKey, String> truth = new HashMap<>();
            Map<Integer, List<RecordKey>> clusters = new TreeMap<>();
            Map<RecordKey, Integer> clusterOf = new HashMap<>();
            for (RecordKey key : keys(1, records)) {
                int cluster = random.nextInt(1 + records / 2);
                clusters.computeIfAbsent(cluster, absent -> new ArrayList<>()).add(key);
                clusterOf.put(key, cluster);
                if (random.nextInt(10) > 0) {
                    truth.put(key, "e" + random.nextInt(1 + records / 2));
                }
            }
            var contingency = new Contingency(clusters.values(), truth::get);
            var labelled = List.copyOf(truth.keySet());
            assertThat(contingency.pairwise()).as("seed %d", seed).isEqualTo(countedPairs(labelled, clusterOf, truth));
            assertThat(contingency.records()).isEqualTo(labelled.size());
            assertThat(contingency.unlabelled()).isEqualTo(records - labelled.size());
            assertBCubed(contingency.bCubed(), labelled, clusterOf, truth);
            long wrong = contingency.falseMerges(100).stream()
                    .mapToLong(Contingency.Mistake::wrongPairs)
                    .sum();
            assertThat(wrong)
                    .isEqualTo(contingency.pairwise().foundPairs()
                            - contingency.pairwise().correctPairs());
            long missed = contingency.misses(100).stream()
                    .mapToLong(Contingency.Mistake::wrongPairs)
                    .sum();
            assertThat(missed)
                    .isEqualTo(contingency.pairwise().truePairs()
                            - contingency.pairwise().correctPairs());
        }
    }

    private static PairwiseQuality countedPairs(
            List<RecordKey> records, Map<RecordKey, Integer> clusterOf, Map<RecordKey, String> truth) {
        long found = 0;
        long real = 0;
        long correct = 0;
        for (int i = 0; i < records.size(); i++) {
            for (int j = 0; j < i; j++) {
                boolean together = clusterOf.get(records.get(i)).equals(clusterOf.get(records.get(j)));
                boolean same = truth.get(records.get(i)).equals(truth.get(records.get(j)));
                found += together ? 1 : 0;
                real += same ? 1 : 0;
                correct += together && same ? 1 : 0;
            }
        }
        return new PairwiseQuality(found, real, correct);
    }

    private static void assertBCubed(
            BCubed found, List<RecordKey> records, Map<RecordKey, Integer> clusterOf, Map<RecordKey, String> truth) {
        double precision = 0;
        double recall = 0;
        for (RecordKey one : records) {
            int together = 0;
            int same = 0;
            int both = 0;
            for (RecordKey other : records) {
                boolean isTogether = clusterOf.get(one).equals(clusterOf.get(other));
                boolean isSame = truth.get(one).equals(truth.get(other));
                together += isTogether ? 1 : 0;
                same += isSame ? 1 : 0;
                both += isTogether && isSame ? 1 : 0;
            }
            precision += (double) both / together;
            recall += (double) both / same;
        }
        assertThat(found.precision()).isCloseTo(records.isEmpty() ? 1 : precision / records.size(), within(1e-9));
        assertThat(found.recall()).isCloseTo(records.isEmpty() ? 1 : recall / records.size(), within(1e-9));
    }

    @Test
    void nothingToFindAndNothingFoundIsPerfect() {
        var none = new Contingency(List.<List<RecordKey>>of(), key -> null);
        assertThat(none.pairwise().f1()).isEqualTo(1);
        assertThat(none.bCubed().f1()).isEqualTo(1);
        assertThat(none.largestEntity()).isZero();
        assertThat(none.falseMerges(5)).isEmpty();
    }

    @Test
    void showsTheWorstFirstAndEveryPartOfIt() {
        var contingency = new Contingency(
                List.of(keys(1, 3), keys(4, 60), keys(61, 61)), key -> number(key) % 40 == 1 ? "x" : "e");
        var merges = contingency.falseMerges(5);
        assertThat(merges).hasSize(2);
        assertThat(merges.get(0).wrongPairs()).isEqualTo(56);
        assertThat(merges.get(0).parts()).hasSize(2);
        assertThat(merges.get(0).parts().stream().mapToInt(List::size).sum()).isEqualTo(20);
        assertThat(merges.get(0).parts().get(1)).containsExactly(new RecordKey("s", "41"));
    }

    private static List<RecordKey> keys(int from, int to) {
        var keys = new ArrayList<RecordKey>();
        for (int i = from; i <= to; i++) {
            keys.add(new RecordKey("s", String.valueOf(i)));
        }
        return keys;
    }

    private static int number(RecordKey key) {
        return Integer.parseInt(key.recordId());
    }
}
