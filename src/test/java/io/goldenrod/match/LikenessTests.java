package io.goldenrod.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.goldenrod.testkit.Chance;
import io.goldenrod.testkit.Generator;
import io.goldenrod.testkit.Property;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import org.junit.jupiter.api.Test;

class LikenessTests {

    private record Texts(String left, String right) {}

    /** Few letters, so that much is shared. */
    private static final Generator<Texts> TEXTS = chance -> {
        String left = text(chance, chance.between(1, 12));
        return new Texts(left, chance.percent(50) ? edited(left, chance) : text(chance, chance.between(1, 12)));
    };

    private static String text(Chance chance, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append((char) ('a' + chance.between(0, 4)));
        }
        return text.toString();
    }

    private static String edited(String text, Chance chance) {
        StringBuilder edited = new StringBuilder(text);
        for (int i = chance.between(1, 3); i > 0; i--) {
            int at = chance.between(0, edited.length());
            if (chance.percent(50) || edited.length() < 3 || at == edited.length()) {
                edited.insert(at, (char) ('a' + chance.between(0, 5)));
            } else {
                edited.deleteCharAt(at);
            }
        }
        return edited.toString();
    }

    @Test
    void jaroWinklerIsThatOfCommonsText() {
        JaroWinklerSimilarity oracle = new JaroWinklerSimilarity();
        Property.check(
                "jaro-winkler",
                50_000,
                TEXTS,
                texts -> assertThat(Likeness.jaroWinkler(texts.left, texts.right))
                        .isCloseTo(oracle.apply(texts.left, texts.right), within(1e-9)));
    }

    @Test
    void editsAreThoseOfOptimalStringAlignment() {
        Property.check("edits", 50_000, TEXTS, texts -> {
            int distance = alignment(texts.left, texts.right);
            for (int edits = 0; edits <= 2; edits++) {
                assertThat(Likeness.isWithin(texts.left, texts.right, edits))
                        .as("%d of %d edits", edits, distance)
                        .isEqualTo(distance <= edits);
            }
        });
    }

    @Test
    void theQuickLooksRuleNothingOutThatIsNear() {
        Property.check("quick looks", 50_000, TEXTS, texts -> {
            Word left = Word.of(texts.left);
            Word right = Word.of(texts.right);
            assertThat(left.same(right)).isEqualTo(texts.left.equals(texts.right));
            assertThat(left.isWithin(right, 2)).isEqualTo(Likeness.isWithin(texts.left, texts.right, 2));
            double likeness = Likeness.jaroWinkler(texts.left, texts.right);
            for (double atLeast : new double[] {0.85, 0.9, 0.92}) {
                boolean reached = left.likeness(right, atLeast) >= atLeast;
                assertThat(reached).isEqualTo(likeness >= atLeast);
            }
        });
    }

    @Test
    void soundsTellNamesApartThatOnlyLookAlike() {
        assertThat(Sound.of("catherine")).isEqualTo(Sound.of("kathryn")).isNotZero();
        assertThat(Sound.of("stephen")).isEqualTo(Sound.of("steven"));
        assertThat(Sound.of("schmidt")).isEqualTo(Sound.of("shmitt"));
        assertThat(Sound.of("tracey")).isEqualTo(Sound.of("tracie"));
        assertThat(Sound.of("wright")).isEqualTo(Sound.of("right"));
        assertThat(Sound.of("sarah")).isEqualTo(Sound.of("sara"));
        assertThat(Sound.of("daniel")).isNotEqualTo(Sound.of("daniela"));
        assertThat(Sound.of("gary")).isNotEqualTo(Sound.of("kerry"));
        assertThat(Sound.of("lee")).isZero();
        assertThat(Sound.of("")).isZero();
    }

    private static int alignment(String left, String right) {
        int[][] cost = new int[left.length() + 1][right.length() + 1];
        for (int i = 0; i <= left.length(); i++) {
            for (int j = 0; j <= right.length(); j++) {
                if (i == 0 || j == 0) {
                    cost[i][j] = i + j;
                    continue;
                }
                int replace = left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1;
                cost[i][j] = Math.min(cost[i - 1][j - 1] + replace, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
                boolean transposed = i > 1
                        && j > 1
                        && left.charAt(i - 1) == right.charAt(j - 2)
                        && left.charAt(i - 2) == right.charAt(j - 1);
                if (transposed) {
                    cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
                }
            }
        }
        return cost[left.length()][right.length()];
    }
}
