package io.goldenrod.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenrod.testkit.Chance;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DictionaryTests {

    @Test
    void everyTextHasANumberOfItsOwnWhateverTheHash() {
        List<TextHash> hashes = List.of(TextHash.salted(1), (bytes, from, to) -> 0, (bytes, from, to) -> bytes[from]);
        for (TextHash hash : hashes) {
            Chance chance = new Chance(5);
            Dictionary dictionary = new Dictionary();
            Map<String, Integer> expected = new HashMap<>();
            for (int i = 0; i < 3_000; i++) {
                String text = "x".repeat(chance.between(0, 3)) + chance.between(0, 900) + "é";
                byte[] bytes = ("?" + text + "!").getBytes(StandardCharsets.UTF_8);
                int number = dictionary.number(bytes, 1, bytes.length - 1, hash.of(bytes, 1, bytes.length - 1));
                assertThat(number).isEqualTo(expected.computeIfAbsent(text, absent -> expected.size()));
            }
            expected.forEach(
                    (text, number) -> assertThat(dictionary.text(number)).isEqualTo(text));
            assertThat(dictionary.size()).isEqualTo(expected.size());
        }
    }

    @Test
    void textsAsLongAsAValueMayBeLieWholeBesideEachOther() {
        Dictionary dictionary = new Dictionary();
        TextHash hash = TextHash.salted(2);
        for (int i = 0; i < 40; i++) {
            byte[] bytes = (i + "é".repeat(65_536)).getBytes(StandardCharsets.UTF_8);
            assertThat(dictionary.number(bytes, 0, bytes.length, hash.of(bytes, 0, bytes.length)))
                    .isEqualTo(i);
        }
        for (int i = 0; i < 40; i++) {
            assertThat(dictionary.text(i)).startsWith(i + "é").hasSizeGreaterThan(65_536);
        }
    }

    @Test
    void numbersAreASetThatCanBeEmptied() {
        Chance chance = new Chance(9);
        SmallSet set = new SmallSet();
        for (int round = 0; round < 200; round++) {
            Set<Integer> expected = new HashSet<>();
            int count = chance.between(0, 60);
            for (int i = 0; i < count; i++) {
                int value = chance.between(0, 40) * 128;
                assertThat(set.add(value)).isEqualTo(expected.add(value));
            }
            assertThat(set.size()).isEqualTo(expected.size());
            assertThat(Arrays.stream(set.values()).boxed()).containsExactlyInAnyOrderElementsOf(expected);
            set.clear();
        }
    }
}
