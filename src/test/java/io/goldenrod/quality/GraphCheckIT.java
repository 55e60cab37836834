package io.goldenrod.quality;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenrod.graph.PolicyStore.Kept;
import io.goldenrod.graph.StoredAssertion;
import io.goldenrod.identity.RecordKey;
import io.goldenrod.lineage.Decision;
import io.goldenrod.neo4j.StoredPolicies;
import io.goldenrod.neo4j.StoredResolution;
import io.goldenrod.neo4j.StoredScan;
import io.goldenrod.policy.Policy;
import io.goldenrod.quality.CheckReport.Kind;
import io.goldenrod.resolution.Change;
import io.goldenrod.resolution.IllegalAssertion;
import io.goldenrod.resolution.ResolutionEngine;
import io.goldenrod.resolution.Word;
import io.goldenrod.testkit.Chance;
import io.goldenrod.testkit.Histories;
import io.goldenrod.testkit.History;
import io.goldenrod.testkit.History.Step;
import io.goldenrod.testkit.Matchings;
import io.goldenrod.testkit.Neo4jUnderTest;
import io.goldenrod.testkit.OnEachNeo4j;
import io.goldenrod.testkit.Policies;
import io.goldenrod.testkit.Property;
import io.goldenrod.testkit.Records;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** A check finds nothing in what the engine made, and everything that is changed behind its back. */
@OnEachNeo4j
class GraphCheckIT {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-06-01T12:00:00Z"), ZoneOffset.UTC);

    @Parameter
    Neo4jUnderTest neo4j;

    @Test
    void findsNothingAfterAnyHistory() {
        check("clean after any history", Histories.upTo(40));
    }

    @Test
    void findsNothingAfterAnyHistoryOfMatches() {
        check("clean after any history of matches", Histories.upTo(40).withMatching());
    }

    private void check(String name, Histories histories) {
        Property.check(name, 25, histories, history -> {
            CheckReport report = checked(history, true);
            assertThat(report.findings()).isEmpty();
            assertThat(report.isClean()).isTrue();
            assertThat(report.records()).isEqualTo(history.live().size());
        });
    }

    /** What is done to the graph, and what the check must find then. */
    private record Tampering(Kind kind, String subject, String cypher) {}

    private static final List<Tampering> TAMPERINGS = List.of(
            new Tampering(Kind.UNREADABLE, "email:a@x", "MATCH (i:Identifier {key: 'email:a@x'}) REMOVE i.records"),
            new Tampering(Kind.UNREADABLE, "crm/1", "MATCH (r:Record {key: 'crm/1'}) SET r.observedAt = 'yesterday'"),
            new Tampering(
                    Kind.MEMBERSHIP,
                    "record:web/2",
                    "MATCH (r:Record {key: 'web/2'})-[t:RESOLVED_TO]->(), (:Record {key: 'crm/3'})-[:RESOLVED_TO]->(c) "
                            + "DELETE t CREATE (r)-[:RESOLVED_TO]->(c) SET r.customer = c.id"),
            new Tampering(
                    Kind.MEMBERSHIP,
                    "email:denied@x",
                    "MATCH (i:Identifier {key: 'email:denied@x'}), (:Record {key: 'crm/3'})-[:RESOLVED_TO]->(c) "
                            + "CREATE (i)-[:RESOLVED_TO]->(c) SET i.customer = c.id"),
            new Tampering(
                    Kind.MEMBERSHIP,
                    "record:pos/10",
                    "MATCH (:Record {key: 'crm/1'})-[:RESOLVED_TO]->(c), (r:Record {key:"
                            + " 'pos/10'})-[t:RESOLVED_TO]->() DELETE t CREATE (r)-[:RESOLVED_TO]->(c) SET r.customer ="
                            + " c.id"),
            new Tampering(
                    Kind.POINTER, "record:crm/1", "MATCH (r:Record {key: 'crm/1'}) SET r.customer = 'C' + r.customer"),
            new Tampering(Kind.POINTER, "record:crm/1", "MATCH (:Record {key: 'crm/1'})-[t:RESOLVED_TO]->() DELETE t"),
            new Tampering(
                    Kind.POINTER,
                    "email:a@x",
                    "MATCH (i:Identifier {key: 'email:a@x'}), (:Record {key: 'crm/3'})-[:RESOLVED_TO]->(c) "
                            + "CREATE (i)-[:RESOLVED_TO]->(c)"),
            new Tampering(
                    Kind.HELD,
                    "record:crm/1|email:a@x",
                    "MATCH (:Record {key: 'crm/1'})-[o:OBSERVED]->(:Identifier {key: 'email:a@x'}) "
                            + "SET o.held = 'LIMIT', o.detail = 'why not'"),
            new Tampering(
                    Kind.HELD, "record:", "MATCH ()-[o:OBSERVED]->() WHERE o.held = 'LIMIT' REMOVE o.held, o.detail"),
            new Tampering(
                    Kind.HELD, "record:", "MATCH ()-[o:OBSERVED]->() WHERE o.held = 'LIMIT' SET o.detail = 'other'"),
            new Tampering(
                    Kind.SUPPRESSED,
                    "email:denied@x",
                    "MATCH (i:Identifier {key: 'email:denied@x'}) REMOVE i.suppressed"),
            new Tampering(
                    Kind.SUPPRESSED,
                    "email:a@x",
                    "MATCH (i:Identifier {key: 'email:a@x'}) SET i.suppressed = 'SHARED'"),
            new Tampering(Kind.ASSERTION, "assertion A", "MATCH ()-[t:ASSERTED]->() DELETE t"),
            new Tampering(Kind.COUNTER, "assertions", "MATCH (s:Sequence) SET s.assertions = 77"),
            new Tampering(Kind.IDENTIFIER, "email:a@x", "MATCH (i:Identifier {key: 'email:a@x'}) SET i.records = 7"),
            new Tampering(
                    Kind.IDENTIFIER,
                    "email:a@x",
                    "MATCH (i:Identifier {key: 'email:a@x'}) SET i.firstSeen = datetime()"),
            new Tampering(
                    Kind.IDENTIFIER,
                    "email:a@x",
                    "MATCH (i:Identifier {key: 'email:a@x'}) SET i.lastSeen = datetime()"),
            new Tampering(
                    Kind.IDENTIFIER, "email:a@x", "MATCH (i:Identifier {key: 'email:a@x'}) SET i.sources = ['crm']"),
            new Tampering(Kind.IDENTIFIER, "email:a@x", "MATCH (i:Identifier {key: 'email:a@x'}) SET i.held = 3"),
            new Tampering(
                    Kind.IDENTIFIER,
                    "email:till@x",
                    "MATCH (i:Identifier {key: 'email:till@x'}) SET i.companions = []"),
            new Tampering(
                    Kind.RECORD, "record:crm/1", "MATCH (r:Record {key: 'crm/1'}) SET r.birthDate = '1999-01-01'"),
            new Tampering(
                    Kind.RECORD,
                    "record:crm/1|email:a@x",
                    "MATCH (r:Record {key: 'crm/1'})-[o:OBSERVED]->(i {key: 'email:a@x'}) "
                            + "CREATE (r)-[:OBSERVED {at: o.at}]->(i)"),
            new Tampering(Kind.RECORD, "record:", "MATCH (s:Source {name: 'crm'}) DETACH DELETE s"),
            new Tampering(Kind.CUSTOMER, "C", "MATCH (:Record {key: 'crm/1'})-->(c:Customer) SET c.records = 9"),
            new Tampering(Kind.CUSTOMER, "C", "MATCH (:Record {key: 'crm/1'})-->(c:Customer) SET c.identifiers = 9"),
            new Tampering(Kind.CUSTOMER, "C", "MATCH (:Record {key: 'crm/1'})-->(c:Customer) SET c.links = 9"),
            new Tampering(Kind.CUSTOMER, "C", "MATCH (:Record {key: 'crm/1'})-->(c:Customer) SET c.held = 9"),
            new Tampering(Kind.CUSTOMER, "C", "MATCH (:Record {key: 'crm/1'})-->(c:Customer) SET c.known = false"),
            new Tampering(Kind.CUSTOMER, "C", "MATCH (:Record {key: 'crm/1'})-->(c:Customer) SET c.counts = []"),
            new Tampering(Kind.CUSTOMER, "C", "MATCH (:Record {key: 'crm/1'})-->(c:Customer) SET c.claims = []"),
            new Tampering(
                    Kind.PROFILE, "C", "MATCH (:Record {key: 'crm/1'})-->(c:Customer) SET c.birthDate = '1999-01-01'"),
            new Tampering(Kind.PROFILE, "C", "MATCH (:Record {key: 'crm/1'})-->(c:Customer) SET c.profile = '{}'"),
            new Tampering(Kind.FOUNDER, "C", "MATCH (:Record {key: 'crm/1'})-->(c:Customer) SET c.founder = 'crm/3'"),
            new Tampering(
                    Kind.EMPTY,
                    "email:nobody@x",
                    "MATCH (i:Identifier {key: 'email:a@x'}) CREATE (n:Identifier) "
                            + "SET n = i{.*, key: 'email:nobody@x', value: 'nobody@x', customer: null}"),
            new Tampering(
                    Kind.EMPTY, "C", "MATCH (c:Former {status: 'RETIRED'}) REMOVE c:Former SET c.status = 'ACTIVE'"),
            new Tampering(Kind.STATUS, "C", "MATCH (:Record {key: 'crm/1'})-->(c:Customer) SET c:Former"),
            new Tampering(Kind.STATUS, "C", "MATCH (c:Former {status: 'MERGED'}) SET c.status = 'RETIRED'"),
            new Tampering(Kind.STATUS, "C", "MATCH (c:Former)-[m:MERGED_INTO]->() DELETE m"),
            new Tampering(Kind.STATUS, "C", "MATCH (c:Former)-[m:MERGED_INTO]->() SET m.founder = false"),
            new Tampering(
                    Kind.STATUS,
                    "C",
                    "MATCH (a:Former {status: 'MERGED'}), (b:Former {status: 'RETIRED'}) SET b.status = 'MERGED' "
                            + "CREATE (b)-[:MERGED_INTO {founder: true}]->(a)"),
            new Tampering(Kind.STATUS, "C", "MATCH (c:Former {status: 'MERGED'}) SET c.status = 'LOST'"),
            new Tampering(Kind.LINEAGE, "decision 3", "MATCH (d:Decision {seq: 3}) DETACH DELETE d"),
            new Tampering(Kind.LINEAGE, "decision 1", "MATCH (:Decision {seq: 1})-[c:CONCERNS]->() DELETE c"),
            new Tampering(Kind.LINEAGE, "C", "MATCH (d:Decision {seq: 1}) SET d.kind = 'JOINED'"),
            new Tampering(Kind.HISTORY, "record:crm/1", "MATCH (r:Record {key: 'crm/1'}) SET r.since = 3"),
            new Tampering(Kind.HISTORY, "email:a@x", "MATCH (i:Identifier {key: 'email:a@x'}) REMOVE i.since"),
            new Tampering(Kind.CHAIN, "decision 2", "MATCH (d:Decision {seq: 2}) SET d.request = 'another'"),
            new Tampering(Kind.CHAIN, "decision 3", "MATCH (d:Decision {seq: 3}) DETACH DELETE d"),
            new Tampering(Kind.CHAIN, "decision 4", "MATCH (d:Decision {seq: 4}) REMOVE d.hash"),
            new Tampering(Kind.CHAIN, "a decision without a number", "CREATE (:Decision {kind: 'CREATED'})"),
            new Tampering(Kind.POLICY, "decision", "MATCH (d:Decision {seq: 2}) SET d.policy = 'unheard of'"),
            new Tampering(Kind.BLOCK, "a block of by_names", "MATCH (b:BlockingKey) SET b.records = b.records + 1"),
            new Tampering(Kind.BLOCK, "record:crm/20", "MATCH (:Record {key: 'crm/20'})-[in:BLOCKED_BY]->() DELETE in"),
            new Tampering(Kind.PAIR, "crm/20~web/21", "MATCH ()-[m:MATCHED]->() SET m.weight = m.weight + 1"),
            new Tampering(Kind.PAIR, "crm/20~web/21", "MATCH ()-[m:MATCHED]->() SET m.model = 'another'"),
            new Tampering(Kind.PAIR, "crm/20~web/21", "MATCH ()-[m:MATCHED]->() SET m.rules = []"),
            new Tampering(Kind.PAIR, "crm/20~web/21", "MATCH ()-[m:MATCHED]->() DELETE m"),
            new Tampering(Kind.HELD, "record:crm/20~web/21", "MATCH ()-[m:MATCHED]->() SET m.held = 'CHAIN'"),
            new Tampering(Kind.CUSTOMER, "C", "MATCH (c:Customer {bond: 'MATCHED'}) SET c.bond = 'STRONG'"),
            new Tampering(Kind.COUNTER, "decisions", "MATCH (s:Sequence) SET s.decisions = s.decisions + 1"),
            new Tampering(Kind.COUNTER, "merges", "MATCH (s:Sequence) SET s.merges = s.merges + 1"),
            new Tampering(Kind.COUNTER, "records", "MATCH (s:Sequence) SET s.records = 1"),
            new Tampering(Kind.COUNTER, "Record", "CREATE (:Record {note: 'has no key'})"));

    @Test
    void findsWhateverIsChangedBehindItsBack() {
        List<String> missed = new ArrayList<>();
        for (Tampering tampering : TAMPERINGS) {
            neo4j.wipe();
            CheckReport before = checked(story(), false);
            assertThat(before.findings()).isEmpty();
            neo4j.query(tampering.cypher);
            CheckReport report = check(story());
            boolean found = report.findings().stream()
                    .anyMatch(each ->
                            each.kind() == tampering.kind && each.subject().startsWith(tampering.subject));
            if (!found || report.isClean()) {
                missed.add(tampering + " gave " + report.findings());
            }
        }
        assertThat(missed).isEmpty();
        Set<Kind> tried = TAMPERINGS.stream().map(Tampering::kind).collect(Collectors.toSet());
        assertThat(tried).containsExactlyInAnyOrder(Kind.values());
    }

    /** A history that leaves something of everything. */
    private static History story() {
        Policies policies = Policies.customers().blocked("email", "denied@x").shared("email", 1, 0);
        List<Step> steps = new ArrayList<>(Stream.of(
                        Records.record("crm/1")
                                .crmId("1")
                                .email("a@x")
                                .birthDate("1990-05-12")
                                .consent("ads", true),
                        Records.record("web/2").email("a@x").device("d"),
                        Records.record("crm/3").crmId("2").email("b@x"),
                        Records.record("web/4").phone("1").crmId("1"),
                        Records.record("web/5").phone("1").crmId("2"),
                        Records.record("crm/6").email("c@x"),
                        Records.record("crm/7").phone("2"),
                        Records.record("web/8").email("c@x").phone("2"),
                        Records.record("crm/20").attribute("givenName", "ada").attribute("familyName", "byron"),
                        Records.record("web/21").attribute("givenName", "ada").attribute("familyName", "byron"),
                        Records.record("web/22").attribute("givenName", "adah").attribute("familyName", "byron"),
                        Records.record("crm/9").email("gone@x"),
                        Records.record("pos/10").email("denied@x"),
                        Records.record("pos/11").email("till@x").crmId("11"),
                        Records.record("pos/12").email("till@x").crmId("12"))
                .map(Records::build)
                .map(History::say)
                .toList());
        steps.add(History.delete("crm/9"));
        return new History(policies, Matchings.some(), steps);
    }

    /** @param spoken whether a steward says something after each batch, or once at the end */
    private CheckReport checked(History history, boolean spoken) {
        neo4j.wipe();
        Policy policy = history.policy();
        new StoredPolicies(neo4j.database())
                .adopt(new Kept(policy.hash(), policy.name(), "name: test", null), false, CLOCK.instant());
        var engine = new ResolutionEngine(
                new StoredResolution(neo4j.database(), policy, CLOCK), policy, history.matcher(), CLOCK);
        Chance chance = new Chance(history.steps().size());
        for (List<Change> batch : history.batches()) {
            engine.apply(batch);
            if (spoken) {
                speak(engine, batch, chance);
            }
        }
        if (!spoken) {
            var kind = StoredAssertion.Kind.DIFFERENT;
            engine.say(new Word(kind, "record:crm/3", "record:pos/11", "ann", ""), "steward");
        }
        return check(history);
    }

    /** What a steward says of the batch's first record and of another of its members, if that can be said. */
    private static void speak(ResolutionEngine engine, List<Change> batch, Chance chance) {
        if (!(batch.get(0) instanceof Change.Upsert first)) {
            return;
        }
        List<String> others = new ArrayList<>();
        batch.forEach(change -> others.add(Decision.member(change.key())));
        first.record().identifiers().forEach(each -> others.add(each.key()));
        others.add(Decision.member(RecordKey.parse("crm/3")));
        var kind = chance.percent(50) ? StoredAssertion.Kind.SAME : StoredAssertion.Kind.DIFFERENT;
        try {
            engine.say(new Word(kind, Decision.member(first.key()), chance.oneOf(others), "ann", ""), "steward");
        } catch (IllegalAssertion e) {
            // then nothing is said
        }
    }

    private CheckReport check(History history) {
        Policy policy = history.policy();
        return new GraphCheck(new StoredScan(neo4j.database(), policy), policy, history.matcher()).run();
    }
}
