package io.goldenrod.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlDocumentTests {

    static Stream<Arguments> values() {
        return Stream.of(
                Arguments.of("NO", "NO"),
                Arguments.of("yes", "yes"),
                Arguments.of("on", "on"),
                Arguments.of("True", "True"),
                Arguments.of("true", true),
                Arguments.of("false", false),
                Arguments.of("null", null),
                Arguments.of("~", null),
                Arguments.of("", null),
                Arguments.of("''", ""),
                Arguments.of("'true'", "true"),
                Arguments.of("42", 42),
                Arguments.of("-1", -1),
                Arguments.of("+44", "+44"),
                Arguments.of("0044", "0044"),
                Arguments.of("0x1F", "0x1F"),
                Arguments.of("1_000", "1_000"),
                Arguments.of("12:30:00", "12:30:00"),
                Arguments.of("2026-05-01", "2026-05-01"),
                Arguments.of("4.5", 4.5),
                Arguments.of("1e3", 1000.0),
                Arguments.of(".5", ".5"),
                Arguments.of(".nan", ".nan"),
                Arguments.of("99999999999", new BigInteger("99999999999")),
                Arguments.of("<<", "<<"),
                Arguments.of("!!str 5", "5"),
                Arguments.of("[a, 1]", List.of("a", 1)),
                Arguments.of("{a: {b: c}}", Map.of("a", Map.of("b", "c"))));
    }

    @ParameterizedTest
    @MethodSource("values")
    void plainWordsAreReadAsJsonWouldAndAllElseIsText(String written, Object expected) {
        assertThat(YamlDocument.parse("k: " + written, "x").values().get("k")).isEqualTo(expected);
    }

    static Stream<Arguments> broken() {
        return Stream.of(
                Arguments.of("a: 1\nb: [1, 2\nc: 3", 3, "expected ',' or ']'"),
                Arguments.of("a: 1\n\tb: 2", 2, "cannot start any token"),
                Arguments.of("a: 1\nb: 2\na: 3", 3, "a second time"),
                Arguments.of("m:\n  a: 1\n  'a': 3", 3, "a second time"),
                Arguments.of("1: one", 1, "a key is a text"),
                Arguments.of("? [a]\n: b", 1, "a key is a text"),
                Arguments.of("a: 1\n---\nb: 2", 3, "second document"),
                Arguments.of("a: *nowhere", 1, "undefined alias"),
                Arguments.of("a: &x [*x]", 1, ""),
                Arguments.of("a: !!javax.script.ScriptEngineManager [x]", 1, "is not allowed"),
                Arguments.of("a: !!binary aGk=", 1, "is not allowed"),
                Arguments.of("a: !!timestamp 2026-01-01", 1, "is not allowed"),
                Arguments.of("a: !!set {x}", 1, "is not allowed"),
                Arguments.of("a: !!int x", 1, "not the number"),
                Arguments.of("a: " + "9".repeat(31), 1, "at most 30"),
                Arguments.of("a: \u0007", 0, ""),
                Arguments.of("", 0, "holds no map"),
                Arguments.of("- a\n- b", 0, "holds no map"),
                Arguments.of("just text", 0, "holds no map"));
    }

    @ParameterizedTest
    @MethodSource("broken")
    void whatCannotBeReadIsRefusedWithItsPlace(String yaml, int line, String says) {
        var refused = catchThrowableOfType(UnreadableDocument.class, () -> YamlDocument.parse(yaml, "my.yml"));

        assertThat(refused).isNotNull().hasMessageStartingWith("my.yml").hasMessageContaining(says);
        assertThat(refused.line()).isEqualTo(line);
        if (line > 0) {
            assertThat(refused).hasMessageContaining("line " + line + ", column " + refused.column());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {30, 5_000})
    void nestingIsLimited(int depth) {
        assertThatThrownBy(() -> YamlDocument.parse("a: " + "[".repeat(depth) + "]".repeat(depth), "x"))
                .isInstanceOf(UnreadableDocument.class);
    }

    @Test
    void aliasesMayBeUsedButNotMultiplied() {
        assertThat(YamlDocument.parse("a: &x [1]\nb: *x", "x").values().get("b"))
                .isEqualTo(List.of(1));

        var bomb = new StringBuilder("a0: &a0 [" + "x,".repeat(1_000) + "x]\n");
        for (int i = 1; i < 9; i++) {
            bomb.append("a%d: &a%d [%s]\n".formatted(i, i, ("*a" + (i - 1) + ",").repeat(9)));
        }
        assertThatThrownBy(() -> YamlDocument.parse(bomb.toString(), "x"))
                .isInstanceOf(UnreadableDocument.class)
                .hasMessageContaining("more than 500000 values");
    }

    @Test
    void pathsKnowTheirLines() {
        var document = YamlDocument.parse("a:\n  b: 1\n  c:\n    - x\n    - y\n", "x");

        assertThat(document.lineOf("a")).isEqualTo(1);
        assertThat(document.lineOf("a.b")).isEqualTo(2);
        assertThat(document.lineOf("a.c[1]")).isEqualTo(5);
        assertThat(document.lineOf("a.d")).isZero();
    }

    @Test
    void filesAreLimitedAndMustBeText(@TempDir Path folder) throws IOException {
        Path large = Files.writeString(folder.resolve("large.yml"), "a: " + "x".repeat(YamlDocument.BYTES_MAX));
        Path latin = Files.write(folder.resolve("latin.yml"), "a: é".getBytes(StandardCharsets.ISO_8859_1));
        Path marked = Files.writeString(folder.resolve("marked.yml"), "\uFEFFa: 1");

        assertThatThrownBy(() -> YamlDocument.load(large)).hasMessageContaining("larger than");
        assertThatThrownBy(() -> YamlDocument.load(latin)).hasMessageContaining("UTF-8");
        assertThatThrownBy(() -> YamlDocument.load(folder.resolve("none.yml"))).hasMessageContaining("no such file");
        assertThatThrownBy(() -> YamlDocument.load(folder)).isInstanceOf(UnreadableDocument.class);
        assertThat(YamlDocument.load(marked).values()).isEqualTo(Map.of("a", 1));
    }

    @Test
    void whatIsWrittenReadsTheSame() {
        for (int seed = 0; seed < 500; seed++) {
            Map<String, Object> values = randomMap(new Random(seed), 3);
            String yaml = YamlDocument.write(values);
            assertThat(YamlDocument.parse(yaml, "x").values())
                    .as("seed %d: %s", seed, yaml)
                    .isEqualTo(values);
        }
    }

    private static Map<String, Object> randomMap(Random random, int depth) {
        var map = new LinkedHashMap<String, Object>();
        for (int i = random.nextInt(4); i >= 0; i--) {
            map.put(randomText(random), randomValue(random, depth));
        }
        return map;
    }

    private static Object randomValue(Random random, int depth) {
        return switch (random.nextInt(depth == 0 ? 4 : 6)) {
            case 0 -> random.nextInt();
            case 1 -> random.nextBoolean();
            case 2, 3 -> randomText(random);
            case 4 -> randomMap(random, depth - 1);
            default -> new ArrayList<>(Arrays.asList(randomText(random), randomValue(random, depth - 1)));
        };
    }

    private static String randomText(Random random) {
        String[] words = {
            "NO",
            "null",
            "~",
            "",
            "0044",
            "1e5",
            "-1",
            "true",
            "a: b",
            "# x",
            "- y",
            "'q'",
            "\"d\"",
            "{",
            "*a",
            "&b",
            "!c",
            "größe",
            "名前",
            "a\\b",
            "2026-05-01",
            "x y",
            "<<",
            "=",
            "@",
            "%",
            "| z",
            "\uD83D\uDE00",
            "1:30",
            ".inf",
            "+1"
        };
        return words[random.nextInt(words.length)] + (random.nextInt(3) == 0 ? " " + random.nextInt(9) : "");
    }
}
