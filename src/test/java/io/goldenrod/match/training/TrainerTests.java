package io.goldenrod.match.training;

import static io.goldenrod.testkit.Records.record;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.goldenrod.identity.RecordKey;
import io.goldenrod.identity.SourceRecord;
import io.goldenrod.match.Comparisons;
import io.goldenrod.match.FieldModel;
import io.goldenrod.match.MatchModel;
import io.goldenrod.match.ModelWriter;
import io.goldenrod.match.TermFrequencies;
import io.goldenrod.policy.BlockingRule;
import io.goldenrod.policy.Matching;
import io.goldenrod.testkit.Chance;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TrainerTests {

    private static final MatchModel TEMPLATE = ModelWriter.hashed(
            "template",
            1,
            0.001,
            0.001,
            List.of(
                    field("passport", "identifier", List.of(0.85, 0.05, 0.05, 0.05), List.of()),
                    field("gender", "gender", List.of(0.9, 0.1), List.of()),
                    field("postcode", "postcode", List.of(0.7, 0.1, 0.1, 0.1), List.of(0.7, 0.1, 0.1, 0.1)),
                    field("line", "identifier", List.of(0.7, 0.1, 0.1, 0.1), List.of(0.7, 0.1, 0.1, 0.1)),
                    field("visa", "identifier", List.of(0.85, 0.05, 0.05, 0.05), List.of())));

    private static FieldModel field(String name, String kind, List<Double> m, List<Double> related) {
        List<Double> u = m.size() == 2 ? List.of(0.5, 0.5) : List.of(0.001, 0.001, 0.001, 0.997);
        return new FieldModel(
                name, Comparisons.of(kind, List.of(name)), List.of(name), m, u, related, TermFrequencies.NONE);
    }

    private static Matching matching(int blockRecordsMax) {
        var rules = List.of(rule("passport"), rule("postcode"));
        return new Matching("template", TEMPLATE.hash(), 0.9, 0.5, rules, blockRecordsMax, null);
    }

    private static BlockingRule rule(String field) {
        return new BlockingRule(field, List.of(new BlockingRule.Part("exact", field, 0)));
    }

    private static Trainer trainer(TrainingSettings settings) {
        return new Trainer(TEMPLATE, settings, (what, done, all) -> {});
    }

    private static final class People {
        final List<SourceRecord> records = new ArrayList<>();
        final Map<RecordKey, String> entities = new HashMap<>();

        /**
         * Households of three people with two records each: the passport is written alike in 80 %; the household's
         * postcode and telephone line are in 90 %.
         */
        People(int households) {
            Chance chance = new Chance(11);
            for (int household = 0; household < households; household++) {
                int postcode = chance.between(10_000, 99_999);
                int line = chance.between(10_000_000, 99_999_999);
                for (int person = 0; person < 3; person++) {
                    int passport = chance.between(10_000_000, 99_999_999);
                    String gender = chance.percent(50) ? "male" : "female";
                    for (int i = 0; i < 2; i++) {
                        SourceRecord record = record("crm/" + household + "-" + person + "-" + i)
                                .attribute("passport", "" + (i == 0 || chance.percent(80) ? passport : passport + 1))
                                .attribute("postcode", "" + (chance.percent(90) ? postcode : chance.between(0, 9_999)))
                                .attribute("line", "" + (chance.percent(90) ? line : chance.between(0, 99_999_999)))
                                .attribute("gender", gender)
                                .build();
                        records.add(record);
                        entities.put(record.key(), household + "-" + person);
                    }
                }
            }
        }
    }

    @Test
    void thePersonIsLearntRatherThanTheHousehold() {
        var people = new People(300);

        Training training = trainer(TrainingSettings.DEFAULT).train("learnt", 1, people.records, matching(200), null);

        FieldModel passport = training.model().fields().get(0);
        FieldModel postcode = training.model().fields().get(2);
        assertThat(training.converged()).isTrue();
        assertThat(training.pairs().same()).isCloseTo(900, within(120.0));
        assertThat(training.pairs().related()).isGreaterThan(1_500);
        assertThat(passport.m().get(0)).isCloseTo(0.80, within(0.05));
        assertThat(postcode.m().get(0)).isCloseTo(0.81, within(0.05));
        assertThat(postcode.related().get(0)).isGreaterThan(0.7);
        assertThat(passport.u().get(3)).isGreaterThan(0.99);
        assertThat(training.model().fields().get(1).u().get(0)).isCloseTo(0.5, within(0.02));
        assertThat(training.warnings()).isEmpty();
    }

    @Test
    void aSampleTellsWhatAllPairsTell() {
        var people = new People(300);
        var sampled = new TrainingSettings(1, 100_000, 2_000, 100, 500, 1e-4, 0);

        Training all = trainer(TrainingSettings.DEFAULT.withRandomPairsMax(10_000_000))
                .train("all", 1, people.records, matching(200), null);
        Training some = trainer(sampled).train("some", 1, people.records, matching(200), null);

        assertThat(all.pairs().compared()).isEqualTo(all.pairs().all());
        assertThat(some.pairs().compared()).isBetween(1_600L, 2_400L);
        assertThat(some.pairs().random()).isEqualTo(100_000);
        assertThat(some.pairs().same()).isCloseTo(all.pairs().same(), within(200.0));
        for (int i = 0; i < 3; i++) {
            assertThat(some.model().fields().get(i).m().get(0))
                    .isCloseTo(all.model().fields().get(i).m().get(0), within(0.08));
        }
    }

    @Test
    void theSameSeedGivesTheSameModelInAnyOrder() {
        var people = new People(60);
        var settings = new TrainingSettings(5, 5_000, 1_000, 100, 500, 1e-4, 0);
        List<SourceRecord> shuffled = new Chance(3).shuffled(people.records);

        MatchModel one = trainer(settings)
                .train("a", 1, people.records, matching(200), null)
                .model();
        MatchModel again =
                trainer(settings).train("a", 1, shuffled, matching(200), null).model();
        MatchModel other = trainer(settings.withSeed(6))
                .train("a", 1, shuffled, matching(200), null)
                .model();

        assertThat(ModelWriter.toMap(again)).isEqualTo(ModelWriter.toMap(one));
        assertThat(again.hash()).isEqualTo(one.hash());
        assertThat(other.hash()).isNotEqualTo(one.hash());
    }

    @Test
    void labelsAreCounted() {
        var people = new People(300);
        var weakly = new TrainingSettings(1, 1_000_000, 1_000_000, 1, 500, 1e-4, 0);

        for (var settings : List.of(weakly, weakly.withRandomPairsMax(50_000))) {
            Training training =
                    trainer(settings).train("labelled", 1, people.records, matching(200), people.entities::get);

            long alike = 0;
            for (int i = 0; i < people.records.size(); i += 2) {
                boolean same = people.records
                        .get(i)
                        .comparable("passport")
                        .equals(people.records.get(i + 1).comparable("passport"));
                alike += same ? 1 : 0;
            }
            assertThat(training.pairs().labelled()).isEqualTo(900);
            assertThat(training.pairs().same()).isCloseTo(900, within(1.0));
            assertThat(training.model().fields().get(0).m().get(0)).isCloseTo(alike / 900.0, within(0.002));
        }
    }

    @Test
    void aPriorThatIsGivenIsTheModels() {
        Training training = trainer(TrainingSettings.DEFAULT.withPrior(0.000_001))
                .train("given", 1, new People(60).records, matching(200), null);

        assertThat(training.model().prior()).isEqualTo(0.000_001);
    }

    @Test
    void aFieldThatIsNearlyAlwaysMissingKeepsTheTemplatesFigures() {
        Training training =
                trainer(TrainingSettings.DEFAULT).train("a", 1, new People(60).records, matching(200), null);

        assertThat(training.model().fields().get(4)).isEqualTo(TEMPLATE.fields().get(4));
        assertThat(training.fields().get(4).present()).isZero();
    }

    @Test
    void anIdentityThatMostlyDisagreesIsWarnedOf() {
        List<SourceRecord> records = new ArrayList<>();
        Map<RecordKey, String> wrong = new HashMap<>();
        for (int i = 0; i < 200; i++) {
            SourceRecord record = record("crm/" + i)
                    .attribute("passport", "" + RandomNumbers.mixed(i) % 100_000_000)
                    .attribute("postcode", "" + (10_000 + i / 2))
                    .build();
            records.add(record);
            wrong.put(record.key(), "household " + i / 2);
        }

        Training training = trainer(TrainingSettings.DEFAULT).train("a", 1, records, matching(200), wrong::get);

        assertThat(training.warnings()).anyMatch(each -> each.startsWith("passport disagrees in more than half"));
    }

    @Test
    void rareValuesAreNotNamed() {
        Training training =
                trainer(TrainingSettings.DEFAULT).train("a", 1, new People(300).records, matching(200), null);

        Set<String> genders =
                training.model().fields().get(1).frequencies().shares().keySet();
        assertThat(genders).containsExactlyInAnyOrder("male", "female");
        assertThat(training.model().fields().get(0).frequencies().shares()).isEmpty();
    }

    @Test
    void oneRecordIsTooFew() {
        assertThatThrownBy(() -> trainer(TrainingSettings.DEFAULT)
                        .train("a", 1, new People(1).records.subList(0, 1), matching(200), null))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
