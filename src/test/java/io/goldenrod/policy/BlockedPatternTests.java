package io.goldenrod.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Random;
import java.util.regex.PatternSyntaxException;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BlockedPatternTests {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "0+, 0000000000, 123",
                "`\\+\\d{1,3}(\\d)\\1{5,}`, +4400000000, +442079460018",
                "`no[._\\-]?reply[^@]{0,20}@.*`, no-reply+1@shop.example, ada@shop.example",
                "`(test|guest|demo)@.*`, guest@x.com, latest@x.com",
                "`.*@(.*\\.)?invalid`, a@b.invalid, a@b.com",
                "`[^a-z]+`, 123, 12a",
                "`[]a]+`, a], b",
                "`(?:ab){2,3}c?`, ababc, abc",
                "`a*?b*+`, aab, ba"
            })
    void ordinaryPatternsMatchWholeValues(String expression, String blocked, String free) {
        assertThat(blocked).matches(BlockedPattern.compile(expression));
        assertThat(free).doesNotMatch(BlockedPattern.compile(expression));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(a",
                "[a",
                "a{2",
                "*a",
                "a)",
                "\\",
                "(a+)+",
                "(a*)*",
                "(a|a)*",
                "(a|b)+",
                "(a?){30}",
                ".*.*.*",
                "(.*){3}",
                "(a{1,50}){1,50}",
                "a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?",
                "(?=a)b",
                "(?<n>a)",
                "(?i)a",
                "\\Qa\\E",
                "\\p{L}",
                "\\bword",
                "[a&&b]",
                "[a[b]]",
                "a{2000}",
                "a{99999999999}",
                "a{0}",
                "^a$",
                "(|a)",
                "(a|)",
                "()",
                "((((a))))"
            })
    void brokenForeignAndCostlyOnesAreRefused(String expression) {
        assertThatThrownBy(() -> BlockedPattern.compile(expression)).isInstanceOf(PatternSyntaxException.class);
    }

    @Test
    void whateverIsTakenMatchesQuicklyAndWhateverIsNotIsRefusedProperly() {
        String[] parts = {
            "a", "b", ".", "*", "+", "?", "(", ")", "|", "{2,}", "{1,9}", "{3}", "[ab]", "[^a]", "\\1", "(?:", "\\d",
            "]", "a*", "(a)", ".*", "{", "}", "\\", "[", "^", ","
        };
        String worst = "a".repeat(1_023) + "!";
        var taken = new int[1];
        Assertions.assertTimeout(Duration.ofSeconds(30), () -> {
            for (int seed = 0; seed < 40_000; seed++) {
                var random = new Random(seed);
                var expression = new StringBuilder();
                for (int i = 1 + random.nextInt(10); i > 0; i--) {
                    expression.append(parts[random.nextInt(parts.length)]);
                }
                try {
                    var pattern = BlockedPattern.compile(expression.toString());
                    taken[0]++;
                    long start = System.nanoTime();
                    pattern.matcher(worst).matches();
                    assertThat(Duration.ofNanos(System.nanoTime() - start))
                            .as("seed %d: %s", seed, expression)
                            .isLessThan(Duration.ofSeconds(2));
                } catch (PatternSyntaxException refused) {
                    assertThat(refused.getDescription()).isNotBlank();
                }
            }
        });
        assertThat(taken[0]).isGreaterThan(2_000);
    }
}
