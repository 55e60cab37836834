package io.goldenrod.match;

import static io.goldenrod.testkit.Records.record;
import static org.assertj.core.api.Assertions.assertThat;

import io.goldenrod.identity.SourceRecord;
import io.goldenrod.testkit.Chance;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class PairScoringTests {

    private static final MatchModel MODEL = model(new TermFrequencies(Map.of("smith", 0.1, "jones", 0.02), 0.001));

    private static MatchModel model(TermFrequencies frequencies) {
        FieldModel code = new FieldModel(
                "code",
                Comparisons.of("identifier", List.of("code")),
                List.of("code"),
                List.of(0.9, 0.05, 0.01, 0.04),
                List.of(0.001, 0.001, 0.001, 0.997),
                List.of(),
                frequencies);
        return ModelWriter.hashed("test", 1, 0.01, 0, List.of(code));
    }

    private static List<SourceRecord> records(Chance chance) {
        List<SourceRecord> records = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            var record = record("crm/" + i);
            for (int values = chance.between(0, 2); values > 0; values--) {
                record.identifier("code", chance.oneOf(List.of("smith", "smiht", "jones", "johnes", "zebrowski")));
            }
            records.add(record.build());
        }
        return records;
    }

    @Test
    void theScoredPairsAreTheCandidatesThatReachTheWeight() {
        for (int seed = 0; seed < 50; seed++) {
            Chance chance = new Chance(seed);
            List<SourceRecord> records = records(chance);
            CandidatePairs candidates = CandidatePairs.of(
                    records,
                    record -> new TreeSet<>(
                            List.of("all=" + record.key().recordId().length())),
                    100,
                    chance.between(1, 3));
            Subject[] subjects = PairScoring.subjects(MODEL, records, chance.between(1, 3));
            List<String> expected = new ArrayList<>();
            candidates.forEach((left, right) -> {
                double weight = MODEL.score(subjects[left], subjects[right]).weight();
                if (weight >= 0) {
                    expected.add(left + " " + right + " " + weight);
                }
            });
            PairScoring scoring = PairScoring.of(MODEL, subjects, candidates, 0, chance.between(1, 3));
            List<String> found = new ArrayList<>();
            for (int i = 0; i < scoring.size(); i++) {
                found.add(scoring.left(i) + " " + scoring.right(i) + " " + scoring.weight(i));
            }
            assertThat(found).hasSizeGreaterThan(5).containsExactlyInAnyOrderElementsOf(expected);
            assertThat(scoring.compared()).isEqualTo(45 + 50 * 49 / 2);
            for (int i = 1; i < scoring.size(); i++) {
                assertThat(scoring.left(i - 1)).isLessThanOrEqualTo(scoring.left(i));
                assertThat(scoring.left(i - 1) < scoring.left(i) || scoring.right(i - 1) < scoring.right(i))
                        .isTrue();
            }
        }
    }

    /** What a subject has looked up for its own model is of no use to another. */
    @Test
    void aSubjectOfAnotherModelIsScoredByTheModelThatIsAsked() {
        MatchModel other = model(new TermFrequencies(Map.of("smith", 0.5), 0.01));
        List<SourceRecord> records = records(new Chance(1));
        for (SourceRecord one : records) {
            for (SourceRecord two : records) {
                double own = other.weight(other.subject(one), other.subject(two));
                assertThat(other.weight(MODEL.subject(one), MODEL.subject(two))).isEqualTo(own);
                assertThat(other.weight(other.subject(MODEL.subject(one)), MODEL.subject(two)))
                        .isEqualTo(own);
            }
        }
    }
}
