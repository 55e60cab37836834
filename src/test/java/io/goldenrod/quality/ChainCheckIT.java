package io.goldenrod.quality;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenrod.graph.DecisionLog;
import io.goldenrod.graph.DecisionLog.Head;
import io.goldenrod.graph.PolicyStore.Kept;
import io.goldenrod.lineage.ChainedDecision;
import io.goldenrod.lineage.DecisionChain;
import io.goldenrod.neo4j.StoredDecisionLog;
import io.goldenrod.neo4j.StoredPolicies;
import io.goldenrod.neo4j.StoredResolution;
import io.goldenrod.policy.Policy;
import io.goldenrod.quality.ChainReport.Break;
import io.goldenrod.quality.ChainReport.Reason;
import io.goldenrod.resolution.Change;
import io.goldenrod.resolution.ResolutionEngine;
import io.goldenrod.testkit.Neo4jUnderTest;
import io.goldenrod.testkit.OnEachNeo4j;
import io.goldenrod.testkit.Policies;
import io.goldenrod.testkit.Records;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** The chain of decisions in a real database, and what somebody does to it by hand. */
@OnEachNeo4j
class ChainCheckIT {

    private static final int RECORDS = 1_200;
    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

    @Parameter
    Neo4jUnderTest neo4j;

    private DecisionLog log;

    @BeforeEach
    void writeSomeThousandDecisions() {
        begin(RECORDS);
    }

    private void begin(int records) {
        neo4j.wipe();
        log = new StoredDecisionLog(neo4j.database());
        Policy policy = Policies.customers().build();
        new StoredPolicies(neo4j.database())
                .adopt(new Kept(policy.hash(), policy.name(), "name: test", null), false, NOW);
        write(policy, NOW, 0, records / 2);
        // another instance, whose clock is behind
        write(policy, NOW.minusSeconds(60), records / 2, records);
    }

    private void write(Policy policy, Instant now, int from, int to) {
        Clock clock = Clock.fixed(now, ZoneOffset.UTC);
        var engine = new ResolutionEngine(new StoredResolution(neo4j.database(), policy, clock), policy, null, clock);
        List<Change> changes = new ArrayList<>();
        for (int i = from; i < to; i++) {
            var record = Records.record("crm/" + i).email("a" + i / 2 + "@x").crmId("" + i / 2);
            changes.add(new Change.Upsert(record.build(), "{}", "request-" + i));
            if (changes.size() == 50 || i == to - 1) {
                engine.apply(changes);
                changes.clear();
            }
        }
    }

    private ChainReport check() {
        return new ChainCheck(log).run();
    }

    @Test
    void holdsFromTheFirstDecisionToTheLast() {
        ChainReport report = check();
        assertThat(report.broken()).isNull();
        assertThat(report.decisions()).isEqualTo(RECORDS).isGreaterThan(2 * DecisionLog.LINKS_MAX);
        assertThat(report.lastSeq()).isEqualTo(RECORDS);
        assertThat(report.lastHash()).isEqualTo(log.head().hash()).hasSize(64);
    }

    @Test
    void holdsInParts() {
        Head head = log.head();
        ChainReport whole = check();
        ChainReport first = new ChainCheck(log).run(head, 1, 700);
        ChainReport second = new ChainCheck(log).run(head, 701, RECORDS);
        assertThat(first.broken()).isNull();
        assertThat(second.broken()).isNull();
        assertThat(second.lastHash()).isEqualTo(whole.lastHash());
        assertThat(first.decisions() + second.decisions()).isEqualTo(whole.decisions());
        neo4j.query("MATCH (d:Decision {seq: 700}) SET d.hash = '" + "0".repeat(64) + "'");
        assertThat(new ChainCheck(log).run(head, 1, 699).broken()).isNull();
        assertThat(new ChainCheck(log).run(head, 701, RECORDS).broken()).isEqualTo(new Break(701L, Reason.ALTERED));
    }

    @Test
    void timesNeverRunBackwardsSoThatATimeFindsItsDecision() {
        assertThat(neo4j.query("MATCH (a:Decision), (b:Decision {seq: a.seq + 1}) WHERE b.at < a.at RETURN a"))
                .isEmpty();
        assertThat(log.last(NOW.minusNanos(1))).isZero();
        assertThat(log.last(NOW)).isEqualTo(RECORDS);
        neo4j.query("MATCH (d:Decision) SET d.at = datetime({epochSeconds: d.seq / 10})");
        assertThat(log.last(Instant.ofEpochSecond(50))).isEqualTo(509);
        assertThat(log.last(Instant.ofEpochSecond(0))).isEqualTo(9);
        assertThat(log.last(Instant.MAX.minusSeconds(1))).isEqualTo(RECORDS);
    }

    @Test
    void tellsWhatWasDoneToItByHandAndWhere() {
        Map<String, Break> deeds = new HashMap<>();
        deeds.put("MATCH (d:Decision {seq: 60}) SET d.detail = 'so it was'", new Break(60L, Reason.ALTERED));
        deeds.put("MATCH (d:Decision {seq: 60}) SET d.members = d.members[1..]", new Break(60L, Reason.ALTERED));
        deeds.put("MATCH (d:Decision {seq: 60}) SET d.at = datetime()", new Break(60L, Reason.ALTERED));
        deeds.put("MATCH (d:Decision {seq: 60}) SET d.at = 'then'", new Break(60L, Reason.ALTERED));
        deeds.put("MATCH (d:Decision {seq: 60}) REMOVE d.salt", new Break(60L, Reason.ALTERED));
        deeds.put("MATCH (d:Decision {seq: 60}) REMOVE d.hash", new Break(60L, Reason.NO_HASH));
        deeds.put("MATCH (d:Decision {seq: 60}) DETACH DELETE d", new Break(60L, Reason.MISSING));
        deeds.put("MATCH (d:Decision {seq: 120}) DETACH DELETE d", new Break(120L, Reason.MISSING));
        deeds.put("MATCH (d:Decision {seq: 60}) SET d.seq = 60.5", new Break(60L, Reason.OUT_OF_PLACE));
        deeds.put(
                "MATCH (d:Decision {seq: 60}) CREATE (e:Decision) SET e = d{.*, seq: 121}",
                new Break(121L, Reason.OUT_OF_PLACE));
        deeds.put(
                "MATCH (d:Decision {seq: 60}) CREATE (e:Decision) SET e = d{.*, seq: 60.5}",
                new Break(60L, Reason.OUT_OF_PLACE));
        deeds.put("CREATE (:Decision {kind: 'CREATED'})", new Break(null, Reason.OUT_OF_PLACE));
        deeds.put("MATCH (s:Sequence) SET s.decisions = 119", new Break(119L, Reason.HEAD_DIFFERS));
        deeds.put("MATCH (s:Sequence) SET s.head = '" + "0".repeat(64) + "'", new Break(120L, Reason.HEAD_DIFFERS));
        deeds.put(
                "MATCH (d:Decision {seq: 120}) DETACH DELETE d WITH 1 AS one MATCH (s:Sequence) SET s.decisions = 119",
                new Break(119L, Reason.HEAD_DIFFERS));
        deeds.put(
                "MATCH (a:Decision {seq: 60}), (b:Decision {seq: 61}) SET a.seq = -1 SET b.seq = 60 SET a.seq = 61",
                new Break(60L, Reason.ALTERED));
        Map<String, Break> told = new HashMap<>();
        deeds.forEach((deed, expected) -> {
            begin(120);
            neo4j.query(deed);
            told.put(deed, check().broken());
        });
        assertThat(told).isEqualTo(deeds);
    }

    @Test
    void holdsWhereAPersonWasErased() {
        ChainedDecision decision = log.links(599, 600).get(0).decision();
        ChainedDecision erased = new DecisionChain().erase(decision, text -> text.contains("crm/599"));
        assertThat(erased).isNotEqualTo(decision);
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("record", erased.record());
        parameters.put("members", erased.members());
        parameters.put(
                "keys",
                erased.keys().entrySet().stream()
                        .map(each -> each.getKey() + "=" + each.getValue())
                        .toList());
        neo4j.query(
                "MATCH (d:Decision {seq: 600}) SET d.record = $record, d.members = $members, d.keys = $keys "
                        + "REMOVE d.salt",
                parameters);
        ChainReport report = check();
        assertThat(report.broken()).isNull();
        assertThat(report.erased()).isEqualTo(1);
    }

    @Test
    void holdsFromWhereItBeginsInAGraphFromBeforeThereWasOne() {
        neo4j.query("MATCH (d:Decision) WHERE d.seq <= 1200 REMOVE d.hash, d.salt");
        neo4j.query("MATCH (s:Sequence) REMOVE s.historyFrom, s.head, s.decidedAt");
        write(Policies.customers().build(), NOW, RECORDS, RECORDS + 100);
        ChainReport report = check();
        assertThat(report.broken()).isNull();
        assertThat(report.from()).isEqualTo(RECORDS + 1);
        assertThat(report.decisions()).isEqualTo(100);
    }
}
