package io.goldenrod.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.goldenrod.cli.IllegalUse;
import io.goldenrod.cli.Rescored;
import io.goldenrod.ingest.ModelFile;
import io.goldenrod.ingest.PolicyFile;
import io.goldenrod.neo4j.DatabaseStartException;
import io.goldenrod.neo4j.StoredPolicy;
import io.goldenrod.neo4j.StoredResolution;
import io.goldenrod.neo4j.StoredScan;
import io.goldenrod.policy.Policy;
import io.goldenrod.quality.GraphCheck;
import io.goldenrod.quality.ModelChoice;
import io.goldenrod.resolution.Change;
import io.goldenrod.resolution.ResolutionEngine;
import io.goldenrod.testkit.Neo4jUnderTest;
import io.goldenrod.testkit.OnEachNeo4j;
import io.goldenrod.testkit.Records;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** A graph that is brought up to another way of matching. */
@OnEachNeo4j
class RescoreIT {

    private static final Clock CLOCK = Clock.systemUTC();

    private final PolicyInForce before = policy("extends: default\nmatching: {match: 0.999999, review: 0.9}\n");
    private final PolicyInForce after = policy("extends: default\nmatching: {match: 0.9}\n");

    @Parameter
    Neo4jUnderTest neo4j;

    private static PolicyInForce policy(String yaml) {
        Policy policy = PolicyFile.parse(yaml, "test");
        return new PolicyInForce(policy, ModelChoice.of(policy, new ModelFile(Path.of(""))));
    }

    @BeforeEach
    void fill() {
        neo4j.wipe();
        adopt(before);
        var store = new StoredResolution(neo4j.database(), before.policy(), CLOCK);
        var engine = new ResolutionEngine(store, before.policy(), before.matcher(), CLOCK);
        String[] families = {"okafor", "zebrowski", "lindqvist", "marchetti", "nakamura", "pietrzak", "quesada"};
        List<Change> changes = new ArrayList<>();
        for (int i = 0; i < families.length; i++) {
            String birthDate = "19%d0-0%d-1%d".formatted(4 + i % 5, i + 1, i);
            for (String source : List.of("crm", "web")) {
                String given = source.equals("crm") ? "alexander" : "alexandre";
                changes.add(new Change.Upsert(
                        Records.record(source + "/" + i)
                                .attribute("givenName", given)
                                .attribute("familyName", families[i])
                                .birthDate(birthDate)
                                .build(),
                        "{}",
                        "test"));
            }
        }
        engine.apply(changes);
    }

    private void adopt(PolicyInForce policy) {
        StoredPolicy.adopt(neo4j.database(), policy.policy(), PolicyFile.effective(policy.policy()), CLOCK.instant());
    }

    private Rescore rescore(PolicyInForce policy) {
        return new Rescore(neo4j.database(), policy, CLOCK);
    }

    private void assertClean(PolicyInForce policy) {
        var scan = new StoredScan(neo4j.database(), policy.policy());
        assertThat(new GraphCheck(scan, policy.policy(), policy.matcher()).run().findings())
                .isEmpty();
    }

    @Test
    void tellsTheDifferenceFirstAndThenMakesIt() {
        assertClean(before);
        Rescored told = rescore(after).run(false, done -> {});
        assertThat(told.due()).isTrue();
        assertThat(told.records()).isEqualTo(14);
        assertThat(told.added()).isPositive();
        assertThat(told.customersAfter()).isEqualTo(told.customers() - told.merging() / 2);
        assertThat(told.examples()).isNotEmpty();
        assertClean(before);
        adopt(before);

        assertThat(rescore(after).run(true, done -> {})).isEqualTo(told);
        assertClean(after);
        adopt(after);
        assertThatThrownBy(() -> adopt(before)).isInstanceOf(DatabaseStartException.class);
        assertThat(rescore(after).run(true, done -> {}).due()).isFalse();

        Rescored back = rescore(before).run(true, done -> {});
        assertThat(back.removed()).isEqualTo(told.added());
        assertThat(back.splitting()).isEqualTo(told.merging() / 2);
        assertClean(before);
    }

    @Test
    void goesOnWhereItWasCutOff() {
        assertThatThrownBy(() -> rescore(after).run(true, done -> {
                    throw new IllegalStateException("cut off");
                }))
                .hasMessage("cut off");
        for (PolicyInForce each : List.of(before, after)) {
            assertThatThrownBy(() -> adopt(each)).hasMessageContaining("goldenrod rescore");
        }
        assertThat(rescore(after).run(true, done -> {}).due()).isTrue();
        assertClean(after);
        assertThatCode(() -> adopt(after)).doesNotThrowAnyException();
    }

    @Test
    void refusesWhatDiffersInMoreThanMatching() {
        PolicyInForce other = policy("extends: default\nidentifierTypes: {email: {maxPerCustomer: 3}}\n");
        assertThatThrownBy(() -> rescore(other).run(true, done -> {}))
                .isInstanceOf(IllegalUse.class)
                .hasMessageContaining("more than matching");
        adopt(before);
    }
}
