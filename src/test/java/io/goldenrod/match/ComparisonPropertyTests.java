package io.goldenrod.match;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenrod.identity.RawRecord.RawIdentifier;
import io.goldenrod.identity.SourceRecord;
import io.goldenrod.testkit.Chance;
import io.goldenrod.testkit.Generator;
import io.goldenrod.testkit.Property;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What holds for any two records, made of real values, broken ones, and text in any script. */
class ComparisonPropertyTests {

    private static final List<Comparison<Object>> COMPARISONS = comparisons();

    private static final List<LevelExample> EXAMPLES = LevelExample.all();

    private static final List<String> FIELDS = List.of(
            "givenName",
            "middleName",
            "familyName",
            "nameSuffix",
            "fullName",
            "otherNames",
            "birthDate",
            "gender",
            "address",
            "address.line1",
            "address.line2",
            "address.city",
            "address.postcode",
            "organization",
            "website",
            "anything");

    private record Pair(String left, String right, SourceRecord one, SourceRecord other) {

        @Override
        public String toString() {
            return left + "\n" + right;
        }
    }

    private static final Generator<Pair> PAIRS = chance -> {
        LevelExample example = chance.oneOf(EXAMPLES);
        String left = written(example.left(), chance);
        String right = chance.percent(20)
                ? written(left, chance)
                : written(
                        chance.percent(50)
                                ? example.right()
                                : chance.oneOf(EXAMPLES).right(),
                        chance);
        return new Pair(left, right, LevelExample.record(left), LevelExample.record(right));
    };

    @SuppressWarnings("unchecked")
    private static List<Comparison<Object>> comparisons() {
        List<Comparison<Object>> comparisons = new ArrayList<>();
        for (String kind : Comparisons.kinds()) {
            boolean needsFields = !Comparisons.problems(kind, List.of()).isEmpty();
            List<String> fields = needsFields ? List.of("anything", "address.city", "email") : List.of();
            comparisons.add((Comparison<Object>) Comparisons.of(kind, fields));
        }
        return comparisons;
    }

    /** The record with a value broken, or one more of any text. */
    private static String written(String record, Chance chance) {
        String changed = record;
        for (int i = chance.between(0, 2); i > 0; i--) {
            int at = chance.between(changed.indexOf('=') + 1, changed.length());
            String text = chance.percent(70) ? letter(chance) : text(chance);
            changed = changed.substring(0, at)
                    + text
                    + changed.substring(Math.min(at + chance.between(0, 1), changed.length()));
        }
        if (chance.percent(40)) {
            changed += "; " + chance.oneOf(FIELDS) + "=" + text(chance);
        }
        return changed;
    }

    private static String letter(Chance chance) {
        return chance.oneOf(
                List.of("a", "e", "n", "s", "1", "9", " ", "-", ".", "é", "Ж", "王", "\uD83D\uDE00", "ß", "'"));
    }

    private static String text(Chance chance) {
        StringBuilder text = new StringBuilder();
        for (int i = chance.between(1, 30); i > 0; i--) {
            text.append(chance.percent(5) ? Character.toString(chance.between(0x20, 0x2FFFF)) : letter(chance));
        }
        return text.toString().replace(";", "").replace("=", "");
    }

    @Test
    void aLevelIsOneOfItsLevelsInEitherOrder() {
        Property.check("level", 4_000, PAIRS, pair -> {
            if (pair.one == null || pair.other == null) {
                return;
            }
            for (Comparison<Object> comparison : COMPARISONS) {
                Object left = comparison.prepare(pair.one);
                Object right = comparison.prepare(pair.other);
                if (left == null || right == null) {
                    continue;
                }
                int level = comparison.level(left, right);
                assertThat(level)
                        .as(comparison.kind())
                        .isLessThan(comparison.levels().size());
                assertThat(comparison.level(right, left)).as(comparison.kind()).isEqualTo(level);
                if (level >= 0) {
                    List<String> terms = comparison.terms(left, right, level);
                    assertThat(comparison.terms(right, left, level)).isEqualTo(terms);
                    assertThat(terms).doesNotContainNull().doesNotContain("");
                }
            }
        });
    }

    /** But for dates and initials that say too little to be an exact agreement even with themselves. */
    @Test
    void aRecordAgreesWithItselfMostStrongly() {
        Property.check("reflexive", 2_000, PAIRS, pair -> {
            if (pair.one == null) {
                return;
            }
            for (Comparison<Object> comparison : COMPARISONS) {
                Object value = comparison.prepare(pair.one);
                if (value != null) {
                    String level = comparison.levels().get(comparison.level(value, comparison.prepare(pair.one)));
                    assertThat(level)
                            .as(comparison.kind())
                            .isIn(comparison.levels().get(0), "initial", "year", "yearMonth");
                }
            }
        });
    }

    @Test
    void hostileValuesAreComparedInNoTime() {
        List<SourceRecord> records = new ArrayList<>();
        for (String piece :
                List.of("a", "ab ", "a b c ", "Ж", "王", "1 ", "\uD83D\uDE00", "x'", "é-", "a@b.", "unit 1 ", ". ")) {
            Map<String, Object> attributes = new LinkedHashMap<>();
            String text = piece.repeat(4_000 / piece.length());
            FIELDS.stream().filter(field -> field.indexOf('.') < 0).forEach(field -> attributes.put(field, text));
            attributes.remove("birthDate");
            attributes.put("otherNames", new ArrayList<>(java.util.Collections.nCopies(10, text)));
            attributes.put("otherAddresses", List.of(Map.of("line1", text, "city", text, "postcode", text)));
            SourceRecord record = LevelExample.record(List.of(new RawIdentifier("email", text + "z")), attributes);
            if (record != null) {
                records.add(record);
            }
        }
        assertThat(records).hasSizeGreaterThan(8);
        long start = System.nanoTime();
        int compared = 0;
        for (Comparison<Object> comparison : COMPARISONS) {
            List<Object> values = new ArrayList<>();
            records.forEach(record -> values.add(comparison.prepare(record)));
            values.removeIf(java.util.Objects::isNull);
            for (int round = 0; round < 3; round++) {
                for (Object left : values) {
                    for (Object right : values) {
                        compared++;
                        assertThat(comparison.level(left, right))
                                .isLessThan(comparison.levels().size());
                    }
                }
            }
        }
        long each = (System.nanoTime() - start) / compared;
        assertThat(Duration.ofNanos(each)).as("of %d comparisons", compared).isLessThan(Duration.ofMillis(2));
    }
}
