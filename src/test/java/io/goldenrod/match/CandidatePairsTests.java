package io.goldenrod.match;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenrod.testkit.Chance;
import io.goldenrod.testkit.Generator;
import io.goldenrod.testkit.Property;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CandidatePairsTests {

    private record File(int blockRecordsMax, List<SortedSet<String>> records) {}

    /** Up to 40 records with up to 6 keys of 3 rules each, few enough values that blocks fill up. */
    private static final Generator<File> FILES = new Generator<>() {
        @Override
        public File generate(Chance chance) {
            List<SortedSet<String>> records = new ArrayList<>();
            int count = chance.between(0, 40);
            int values = chance.between(1, 12);
            for (int i = 0; i < count; i++) {
                SortedSet<String> keys = new TreeSet<>();
                for (int j = chance.between(0, 6); j > 0; j--) {
                    keys.add("rule" + chance.between(1, 3) + "=" + chance.between(1, values));
                }
                records.add(keys);
            }
            return new File(chance.between(2, 12), records);
        }

        @Override
        public Stream<File> smaller(File file) {
            return Stream.iterate(0, i -> i < file.records.size(), i -> i + 1).map(i -> {
                List<SortedSet<String>> fewer = new ArrayList<>(file.records);
                fewer.remove((int) i);
                return new File(file.blockRecordsMax, fewer);
            });
        }
    };

    @Test
    void thePairsAreThoseThatShareABlockThatIsNotTooLarge() {
        Property.check(
                "pairs", 2_000, FILES, file -> assertThat(once(pairs(file))).isEqualTo(oracle(file)));
    }

    @Test
    void severalThreadsFindTheSamePairs() {
        Property.check("threads", 300, FILES, file -> {
            List<List<Integer>> found = Collections.synchronizedList(new ArrayList<>());
            candidates(file).forEach(3, () -> (left, right) -> found.add(List.of(left, right)));
            assertThat(once(found)).isEqualTo(oracle(file));
        });
    }

    @Test
    void theOrderOfRecordsDoesNotMatter() {
        Property.check("order", 500, FILES, file -> {
            List<Integer> order = new ArrayList<>();
            for (int i = 0; i < file.records.size(); i++) {
                order.add(i);
            }
            List<Integer> shuffled = new Chance(file.hashCode()).shuffled(order);
            File other = new File(
                    file.blockRecordsMax,
                    shuffled.stream().map(file.records::get).toList());
            Set<Set<Integer>> pairs = new HashSet<>();
            pairs(other).forEach(pair -> pairs.add(Set.of(shuffled.get(pair.get(0)), shuffled.get(pair.get(1)))));
            Set<Set<Integer>> expected = new HashSet<>();
            oracle(file).forEach(pair -> expected.add(new HashSet<>(pair)));
            assertThat(pairs).isEqualTo(expected);
        });
    }

    @Test
    void keysAreToldApartWhateverTheirHashes() {
        KeyDictionary dictionary = new KeyDictionary();
        Map<String, Integer> expected = new HashMap<>();
        Chance chance = new Chance(7);
        for (int i = 0; i < 200_000; i++) {
            String text = "k" + chance.between(0, 90_000) + "é".repeat(chance.between(0, 3));
            int number = dictionary.number(text);
            assertThat(number).isEqualTo(expected.computeIfAbsent(text, absent -> expected.size()));
        }
        assertThat(dictionary.size()).isEqualTo(expected.size());
        expected.forEach((text, number) -> assertThat(dictionary.text(number)).isEqualTo(text));
    }

    private static CandidatePairs candidates(File file) {
        CandidatePairs.Builder builder = new CandidatePairs.Builder(file.blockRecordsMax);
        file.records.forEach(builder::add);
        return builder.build();
    }

    private static List<List<Integer>> pairs(File file) {
        List<List<Integer>> pairs = new ArrayList<>();
        candidates(file).forEach((left, right) -> pairs.add(List.of(left, right)));
        return pairs;
    }

    private static Set<List<Integer>> once(List<List<Integer>> pairs) {
        Set<List<Integer>> distinct = new HashSet<>(pairs);
        assertThat(distinct).hasSameSizeAs(pairs);
        return distinct;
    }

    private static Set<List<Integer>> oracle(File file) {
        Map<String, Integer> sizes = new HashMap<>();
        file.records.forEach(keys -> keys.forEach(key -> sizes.merge(key, 1, Integer::sum)));
        Set<List<Integer>> pairs = new HashSet<>();
        for (int left = 0; left < file.records.size(); left++) {
            for (int right = left + 1; right < file.records.size(); right++) {
                Set<String> shared = new HashSet<>(file.records.get(left));
                shared.retainAll(file.records.get(right));
                if (shared.stream().anyMatch(key -> sizes.get(key) <= file.blockRecordsMax)) {
                    pairs.add(List.of(left, right));
                }
            }
        }
        return pairs;
    }
}
