package io.goldenrod.neo4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenrod.graph.CustomerReads.Customer;
import io.goldenrod.graph.CustomerReads.Edge;
import io.goldenrod.graph.CustomerReads.MemberIdentifier;
import io.goldenrod.graph.CustomerReads.Status;
import io.goldenrod.graph.CustomerReads.Surroundings;
import io.goldenrod.graph.Page;
import io.goldenrod.graph.PolicyStore.Kept;
import io.goldenrod.graph.RecordReads.ObservedIdentifier;
import io.goldenrod.graph.RecordReads.RecordEntry;
import io.goldenrod.graph.StoredAssertion.Kind;
import io.goldenrod.identity.Identifier;
import io.goldenrod.identity.RecordKey;
import io.goldenrod.policy.Policy;
import io.goldenrod.resolution.Change;
import io.goldenrod.resolution.IllegalAssertion;
import io.goldenrod.resolution.ResolutionEngine;
import io.goldenrod.resolution.Word;
import io.goldenrod.testkit.Chance;
import io.goldenrod.testkit.Histories;
import io.goldenrod.testkit.History;
import io.goldenrod.testkit.Neo4jUnderTest;
import io.goldenrod.testkit.OnEachNeo4j;
import io.goldenrod.testkit.PinSteps;
import io.goldenrod.testkit.Property;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** Every answer that was ever given, asked for again as of its moment after everything that came later. */
@OnEachNeo4j
class PastAnswersIT {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-06-01T12:00:00Z"), ZoneOffset.UTC);
    private static final int PAGE = 3;
    private static final int NODES = 500;

    @Parameter
    Neo4jUnderTest neo4j;

    /** All that can be asked, answered at one moment. */
    private record Answers(Map<String, Object> byQuestion) {}

    @Test
    void asOfEveryPastMomentItAnswersWhatItAnsweredThen() {
        check("as of as then", Histories.upTo(24), 3, false);
    }

    @Test
    void asOfEveryPastMomentItAnswersWhatItAnsweredThenWithMatching() {
        // matches are not shown as of a moment, so they lead no further there
        check("as of as then, matched", Histories.upTo(18).withMatching(), 1, false);
    }

    @Test
    void asOfEveryPastMomentItAnswersWhatItAnsweredThenWithStewards() {
        check("as of as then, steered", Histories.upTo(16), 2, true);
    }

    private void check(String name, Histories histories, int depthMax, boolean steered) {
        Property.check(name, 15, histories, history -> {
            neo4j.wipe();
            Policy policy = history.policy();
            new StoredPolicies(neo4j.database())
                    .adopt(new Kept(policy.hash(), policy.name(), "name: test", null), false, CLOCK.instant());
            var store = new StoredResolution(neo4j.database(), policy, CLOCK);
            var engine = new ResolutionEngine(store, policy, history.matcher(), CLOCK);
            Chance chance = new Chance(history.steps().size());
            SortedSet<RecordKey> records = new TreeSet<>();
            SortedSet<Identifier> identifiers = new TreeSet<>();
            for (History.Step step : history.steps()) {
                records.add(step.key());
                if (step.record() != null) {
                    identifiers.addAll(step.record().identifiers());
                }
            }
            Map<Long, Answers> then = new TreeMap<>();
            for (List<Change> batch : history.batches()) {
                engine.apply(batch);
                note(then, live(records, identifiers, depthMax));
                if (steered) {
                    steer(chance, engine, store);
                    note(then, live(records, identifiers, depthMax));
                }
            }
            Set<String> customers = customers();
            var past = new StoredHistoryReads(neo4j.database(), policy);
            then.forEach(
                    (seq, answers) -> assertThat(past(past, seq, customers, records, identifiers, depthMax).byQuestion)
                            .as("as of " + seq)
                            .isEqualTo(answers.byQuestion));
        });
    }

    private void note(Map<Long, Answers> then, Answers now) {
        long seq = new StoredDecisionLog(neo4j.database()).head().seq();
        if (seq > 0) {
            assertThat(then.getOrDefault(seq, now))
                    .as("nothing changes without a decision")
                    .isEqualTo(now);
            then.put(seq, now);
        }
    }

    /** A steward pins something, says that two members are the same or not, or takes such a word back. */
    private void steer(Chance chance, ResolutionEngine engine, StoredResolution store) {
        List<String> active =
                neo4j.query("MATCH (c:Customer {status: 'ACTIVE'}) RETURN c.id AS id ORDER BY id").stream()
                        .map(row -> (String) row.get("id"))
                        .toList();
        if (!active.isEmpty() && chance.percent(50)) {
            new PinSteps(store).take(chance, active);
        }
        List<String> members = neo4j
                .query("MATCH (m:Record|Identifier) WHERE m.customer IS NOT NULL "
                        + "RETURN CASE WHEN m:Record THEN 'record:' ELSE '' END + m.key AS key ORDER BY key")
                .stream()
                .map(row -> (String) row.get("key"))
                .toList();
        if (members.size() > 1) {
            Kind kind = chance.percent(60) ? Kind.SAME : Kind.DIFFERENT;
            try {
                engine.say(new Word(kind, chance.oneOf(members), chance.oneOf(members), "ada", "seen"), "steward");
            } catch (IllegalAssertion e) {
                // contradicts an earlier word: nothing is said
            }
        }
        List<String> words =
                neo4j.query("MATCH (a:Assertion {status: 'ACTIVE'}) RETURN a.id AS id ORDER BY id").stream()
                        .map(row -> (String) row.get("id"))
                        .toList();
        if (!words.isEmpty() && chance.percent(30)) {
            engine.retract(chance.oneOf(words), "ada", "", "steward");
        }
    }

    private Set<String> customers() {
        Set<String> ids = new TreeSet<>();
        neo4j.query("MATCH (c:Customer) RETURN c.id AS id").forEach(row -> ids.add((String) row.get("id")));
        return ids;
    }

    private Answers live(Set<RecordKey> records, Set<Identifier> identifiers, int depthMax) {
        Map<String, Object> answers = new TreeMap<>();
        var customers = new StoredCustomerReads(neo4j.database());
        for (String id : customers()) {
            Customer customer = customers.customer(id).orElseThrow();
            answers.put(id, timeless(customer));
            if (customer.status() == Status.ACTIVE) {
                put(answers, id + " records", after -> customers.records(customer.id(), after, PAGE));
                put(answers, id + " identifiers", after -> sorted(customers.identifiers(customer.id(), after, PAGE)));
                for (int depth = 1; depth <= depthMax; depth++) {
                    answers.put(id + " graph " + depth, drawn(customers.graph(customer.id(), depth, NODES)));
                }
            }
        }
        var lookup = new StoredIdentifierLookup(neo4j.database());
        var reads = new StoredRecordReads(neo4j.database());
        for (Identifier identifier : identifiers) {
            answers.put(identifier.key(), lookup.find(List.of(identifier)).get(0));
        }
        for (RecordKey key : records) {
            answers.put("record " + key, reads.record(key).map(PastAnswersIT::undetailed));
        }
        return new Answers(answers);
    }

    private static Answers past(
            StoredHistoryReads past,
            long seq,
            Set<String> ids,
            Set<RecordKey> records,
            Set<Identifier> identifiers,
            int depthMax) {
        Map<String, Object> answers = new TreeMap<>();
        for (String id : ids) {
            Optional<Customer> found = past.customer(id, seq);
            if (found.isEmpty()) {
                continue;
            }
            Customer customer = found.get();
            answers.put(id, timeless(customer));
            if (customer.status() == Status.ACTIVE) {
                put(answers, id + " records", after -> past.records(customer.id(), seq, after, PAGE));
                put(answers, id + " identifiers", after -> sorted(past.identifiers(customer.id(), seq, after, PAGE)));
                for (int depth = 1; depth <= depthMax; depth++) {
                    answers.put(id + " graph " + depth, drawn(past.graph(customer.id(), seq, depth, NODES)));
                }
            }
        }
        for (Identifier identifier : identifiers) {
            answers.put(identifier.key(), past.resolve(identifier, seq));
        }
        for (RecordKey key : records) {
            answers.put("record " + key, past.record(key, seq).map(PastAnswersIT::undetailed));
        }
        return new Answers(answers);
    }

    private static <T> void put(
            Map<String, Object> answers, String question, java.util.function.Function<String, Page<T>> pages) {
        String after = "";
        for (int number = 1; after != null; number++) {
            Page<T> page = pages.apply(after);
            answers.put(question + " " + number, page);
            after = page.next();
        }
    }

    /** Without what is left out of answers as of a moment. Of a retired customer nothing but that is answered. */
    private static Customer timeless(Customer customer) {
        boolean active = customer.status() == Status.ACTIVE;
        return new Customer(
                customer.id(),
                customer.requestedId(),
                customer.chain(),
                customer.status(),
                active ? customer.mergedFrom() : List.of(),
                customer.createdAt(),
                null,
                0,
                active ? customer.records() : 0,
                active ? customer.identifiers() : 0,
                active ? customer.held() : 0,
                active ? customer.profile() : null,
                active ? sorted(customer.members()) : null);
    }

    private static Page<MemberIdentifier> sorted(Page<MemberIdentifier> page) {
        return new Page<>(
                page.items().stream()
                        .map(each -> new MemberIdentifier(
                                each.type(),
                                each.value(),
                                each.firstSeen(),
                                each.lastSeen(),
                                each.sources().stream().sorted().toList(),
                                each.records()))
                        .toList(),
                page.next());
    }

    /** What held a link is told as when it was decided; the words may have changed since, the constraint not. */
    private static RecordEntry undetailed(RecordEntry record) {
        return new RecordEntry(
                record.key(),
                record.payload(),
                record.observedAt(),
                record.seq(),
                record.customerId(),
                record.identifiers().stream()
                        .map(each -> new ObservedIdentifier(
                                each.type(), each.value(), each.customerId(), each.suppressed(), each.held(), null))
                        .toList(),
                record.attributes(),
                record.consent(),
                record.history(),
                record.historyCut());
    }

    private static Set<Object> drawn(Surroundings surroundings) {
        Set<Object> drawn = new java.util.HashSet<>(surroundings.nodes());
        for (Edge edge : surroundings.edges()) {
            if (!edge.kind().equals("MATCHED")) {
                drawn.add(new Edge(edge.from(), edge.to(), edge.kind(), edge.at(), edge.held(), null, null));
            }
        }
        drawn.add(surroundings.cut());
        return drawn;
    }
}
