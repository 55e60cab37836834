package io.goldenrod.match;

import static io.goldenrod.testkit.Records.record;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.goldenrod.identity.SourceRecord;
import io.goldenrod.testkit.Chance;
import io.goldenrod.testkit.Records;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MatchModelTests {

    private static final FieldModel POSTCODE = new FieldModel(
            "postcode",
            Comparisons.of("postcode", List.of("postcode")),
            List.of("postcode"),
            List.of(0.7, 0.05, 0.05, 0.2),
            List.of(0.001, 0.001, 0.01, 0.988),
            List.of(0.8, 0.05, 0.05, 0.1),
            TermFrequencies.NONE);
    private static final FieldModel PASSPORT = new FieldModel(
            "passport",
            Comparisons.of("identifier", List.of("passport")),
            List.of("passport"),
            List.of(0.9, 0.05, 0.01, 0.04),
            List.of(0.001, 0.001, 0.001, 0.997),
            List.of(),
            new TermFrequencies(Map.of("ab123456", 0.1), 0.001));

    private static final MatchModel HOUSEHOLDS =
            ModelWriter.hashed("test", 1, 0.001, 0.002, List.of(POSTCODE, PASSPORT));
    private static final MatchModel STRANGERS = ModelWriter.hashed("test", 1, 0.001, 0, List.of(POSTCODE, PASSPORT));

    private static SourceRecord of(String postcode, String passport) {
        Records record = record("crm/1");
        if (postcode != null) {
            record.attribute("postcode", postcode);
        }
        if (passport != null) {
            record.identifier("passport", passport);
        }
        return record.build();
    }

    private static Score score(MatchModel model, SourceRecord left, SourceRecord right) {
        return model.score(model.subject(left), model.subject(right));
    }

    private static double bits(double ratio) {
        return Math.log(ratio) / Math.log(2);
    }

    @Test
    void aWeightIsThePriorAndWhatEachFieldSays() {
        Score score = score(STRANGERS, of("60601", "zz123456"), of("60601", "yy999999"));

        assertThat(score.parts())
                .extracting(Score.Part::field, Score.Part::level)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("prior", "any two records"),
                        org.assertj.core.groups.Tuple.tuple("postcode", "exact"),
                        org.assertj.core.groups.Tuple.tuple("passport", "different"));
        assertThat(score.weight())
                .isCloseTo(bits(0.001 / 0.999) + bits(0.7 / 0.001) + bits(0.04 / 0.997), within(1e-9));
        assertThat(score.probability()).isCloseTo(Score.probability(score.weight()), within(1e-12));
    }

    @Test
    void whatIsMissingSaysNothing() {
        Score score = score(STRANGERS, of("60601", null), of("60601", "yy999999"));

        assertThat(score.parts().get(2)).isEqualTo(new Score.Part("passport", "missing", 0));
    }

    @Test
    void aRareValueWeighsMoreThanAFrequentOne() {
        double rare =
                score(STRANGERS, of(null, "zz123456"), of(null, "zz123456")).weight();
        double frequent =
                score(STRANGERS, of(null, "ab123456"), of(null, "ab123456")).weight();

        assertThat(rare - frequent).isCloseTo(bits(0.1 / 0.001), within(1e-9));
    }

    @Test
    void whatAHouseholdExplainsIsNoReasonToJoin() {
        SourceRecord left = of("60601", null);
        Score shared = score(HOUSEHOLDS, left, left);
        double postcode = bits(0.7 / 0.001);
        double household = 1 + 0.002 / 0.997 * 0.8 / 0.001;

        assertThat(shared.parts().get(3).field()).isEqualTo("related");
        assertThat(shared.weight()).isCloseTo(bits(0.001 / 0.997) + postcode - bits(household), within(1e-9));
        assertThat(score(HOUSEHOLDS, of("60601", "zz123456"), of("10001", "zz123456"))
                        .parts()
                        .get(3)
                        .weight())
                .isBetween(-0.01, 0.0);
    }

    @Test
    void theOddsAreThoseOfThreeClasses() {
        Score score = score(HOUSEHOLDS, of("60601", "zz123456"), of("60602", "zz123465"));
        double same = 0.001 * 0.05 * 0.05;
        double household = 0.002 * 0.05 * 0.001;
        double strangers = 0.997 * 0.001 * 0.001;

        assertThat(score.probability()).isCloseTo(same / (same + household + strangers), within(1e-9));
    }

    @Test
    void neighborsAreAClassOfTheirOwn() {
        FieldModel place = new FieldModel(
                "postcode",
                POSTCODE.comparison(),
                POSTCODE.reads(),
                POSTCODE.m(),
                POSTCODE.u(),
                List.of(),
                List.of(0.6, 0.1, 0.1, 0.2),
                TermFrequencies.NONE);
        MatchModel model = ModelWriter.hashed("test", 1, 0.001, 0.002, 0.004, List.of(place, PASSPORT));

        Score score = score(model, of("60601", "zz123456"), of("60601", "zz123465"));

        double same = 0.001 * 0.7 * 0.05;
        double household = 0.002 * 0.001 * 0.001;
        double near = 0.004 * 0.6 * 0.001;
        double strangers = 0.993 * 0.001 * 0.001;
        assertThat(score.probability()).isCloseTo(same / (same + household + near + strangers), within(1e-9));
        assertThat(score.parts().get(3).level()).isEqualTo("neighbors");
        assertThat(ModelReader.read(ModelWriter.toMap(model), "again").hash()).isEqualTo(model.hash());
    }

    @Test
    void theOrderOfTheTwoDoesNotMatterAndThePartsAddUp() {
        Chance chance = new Chance(7);
        List<String> postcodes = List.of("60601", "60602", "60657", "10001", "sw1a1aa");
        List<String> passports = List.of("ab123456", "ab123465", "zz999999", "ab654321");
        for (int i = 0; i < 500; i++) {
            SourceRecord left = of(
                    chance.percent(80) ? chance.oneOf(postcodes) : null,
                    chance.percent(80) ? chance.oneOf(passports) : null);
            SourceRecord right = of(
                    chance.percent(80) ? chance.oneOf(postcodes) : null,
                    chance.percent(80) ? chance.oneOf(passports) : null);
            Score score = score(HOUSEHOLDS, left, right);

            assertThat(score(HOUSEHOLDS, right, left)).isEqualTo(score);
            assertThat(HOUSEHOLDS.weight(HOUSEHOLDS.subject(left), HOUSEHOLDS.subject(right)))
                    .isEqualTo(score.weight());
            assertThat(score.parts().stream().mapToDouble(Score.Part::weight).sum())
                    .isCloseTo(score.weight(), within(1e-9));
        }
    }
}
