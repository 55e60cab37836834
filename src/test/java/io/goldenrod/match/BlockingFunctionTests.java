package io.goldenrod.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class BlockingFunctionTests {

    private static final Pattern EXAMPLE = Pattern.compile("\\w+\\(f(?:, (\\d+))?\\): (.*) gives (.*)");

    @ParameterizedTest
    @EnumSource
    void theExampleOfAFunctionIsTrue(BlockingFunction function) {
        Matcher example = EXAMPLE.matcher(function.example());
        assertThat(example.matches()).as(function.example()).isTrue();
        int length = example.group(1) == null ? 0 : Integer.parseInt(example.group(1));
        assertThat(function.of(example.group(2), length)).containsExactly(example.group(3));
        assertThat(BlockingFunction.named(function.written())).isSameAs(function);
        assertThat(function.meaning()).isNotBlank();
    }

    /** The examples of the National Archives, and what its rules say of vowels, h and w. */
    @ParameterizedTest
    @CsvSource({
        "washington, w252",
        "lee, l000",
        "gutierrez, g362",
        "pfister, p236",
        "jackson, j250",
        "tymczak, t522",
        "ashcraft, a261",
        "vandeusen, v532",
        "robert, r163",
        "rupert, r163",
        "rubin, r150",
        "o brien, o165",
        "иванов, иванов",
        "42, 42"
    })
    void soundexIsThatOfTheNationalArchives(String name, String code) {
        assertThat(Phonetics.soundex(name)).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({
        "knight, night",
        "philip, filip",
        "wright, rite",
        "schmidt, skmidt",
        "catherine, katherine",
        "xavier, savier",
        "gnome, nome",
        "judge, juje",
        "lamb, lam",
        "jackson, jakson",
        "stephen, stefen"
    })
    void metaphoneBringsSpellingsTogether(String left, String right) {
        assertThat(Phonetics.metaphone(left)).isEqualTo(Phonetics.metaphone(right));
        assertThat(Phonetics.metaphone(left)).isNotEmpty();
    }

    @Test
    void metaphoneTellsSoundsApart() {
        List<String> names = List.of("thomas", "james", "john", "robert", "michael", "william", "david", "smith");
        assertThat(names.stream().map(Phonetics::metaphone)).doesNotHaveDuplicates();
        assertThat(Phonetics.metaphone("smith")).isEqualTo("sm0");
        assertThat(Phonetics.metaphone("eighth")).isEqualTo("e0");
        assertThat(Phonetics.metaphone("山田")).isEqualTo("山田");
    }

    /** Whatever it is given, a function ends, and gives texts that are not empty. */
    @ParameterizedTest
    @EnumSource
    void everyFunctionTakesAnyText(BlockingFunction function) {
        Stream<String> texts = Stream.of(
                "a",
                "1",
                "@",
                "+",
                "-",
                "|",
                "a b",
                "山",
                "𝒳𝒴",
                "\ud835",
                "1990",
                "1990-13",
                "x".repeat(5_000),
                String.join(
                        " ",
                        Arrays.asList(new String[3_000]).stream()
                                .map(none -> "ab")
                                .toList()));
        texts.forEach(text -> assertThat(function.of(text, 3)).allMatch(key -> !key.isEmpty()));
    }
}
