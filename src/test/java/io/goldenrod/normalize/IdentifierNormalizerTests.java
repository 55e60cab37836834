package io.goldenrod.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every line of the identifier tables, and what holds for each of them. */
class IdentifierNormalizerTests {

    static Stream<CaseTable.Case> cases() {
        return Stream.of("email", "phone", "devices", "network", "numbers")
                .flatMap(table -> CaseTable.read(table).stream());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void normalisesAsTheTableSays(CaseTable.Case each) {
        assertThat(outcome(each, each.input())).isEqualTo(each.expected());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aNormalisedValueNormalisesToItself(CaseTable.Case each) {
        if (!each.expected().startsWith("!")
                || each.heading().startsWith("email") && each.expected().contains("@")) {
            assertThat(outcome(each, each.expected())).isEqualTo(each.expected());
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aRefusalDoesNotRepeatTheValue(CaseTable.Case each) {
        try {
            normalizer(each).normalize(each.input(), region(each));
        } catch (RefusedValue refusal) {
            String value = each.input().strip();
            assertThat(value.length() >= 5 && refusal.getMessage().contains(value))
                    .isFalse();
            assertThat(refusal.code()).matches("[a-z0-9_]+");
        }
    }

    @Test
    void theTablesAreThere() {
        assertThat(cases().count()).isGreaterThan(450);
    }

    static String outcome(CaseTable.Case each, String input) {
        try {
            return normalizer(each).normalize(input, region(each));
        } catch (RefusedValue refusal) {
            return "!" + refusal.code();
        }
    }

    private static ValueNormalizer normalizer(CaseTable.Case each) {
        List<String> words = List.of(each.heading().split(" "));
        Map<String, Object> options = new HashMap<>();
        for (String option : words.subList(1, words.size())) {
            int equals = option.indexOf('=');
            String name = option.substring(0, equals);
            if (!name.equals("region")) {
                options.put(name, typed(option.substring(equals + 1)));
            }
        }
        return Normalizers.make(words.get(0), options);
    }

    private static Object typed(String text) {
        if (text.equals("true") || text.equals("false")) {
            return Boolean.valueOf(text);
        }
        return Checksums.isDigits(text) ? (Object) Integer.valueOf(text) : text;
    }

    private static String region(CaseTable.Case each) {
        int at = each.heading().indexOf("region=");
        return at < 0 ? "" : each.heading().substring(at + 7, at + 9);
    }
}
