package io.goldenrod.revision;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenrod.golden.Candidate;
import io.goldenrod.golden.GoldenProfile;
import io.goldenrod.graph.AssertionReads;
import io.goldenrod.graph.GraphScan.Part;
import io.goldenrod.graph.Page;
import io.goldenrod.graph.RecordScan;
import io.goldenrod.graph.StoredAssertion;
import io.goldenrod.graph.StoredAssertion.Kind;
import io.goldenrod.graph.StoredLink;
import io.goldenrod.graph.StoredMatch;
import io.goldenrod.identity.RecordKey;
import io.goldenrod.identity.SourceRecord;
import io.goldenrod.ingest.CompletePolicy;
import io.goldenrod.lineage.Decision;
import io.goldenrod.policy.Policy;
import io.goldenrod.policy.Survivorship.Rule;
import io.goldenrod.resolution.BringUp;
import io.goldenrod.resolution.Change;
import io.goldenrod.resolution.Change.Upsert;
import io.goldenrod.resolution.IllegalAssertion;
import io.goldenrod.resolution.ResolutionEngine;
import io.goldenrod.resolution.WholeResolution;
import io.goldenrod.resolution.Word;
import io.goldenrod.testkit.Chance;
import io.goldenrod.testkit.GraphPicture;
import io.goldenrod.testkit.GraphSnapshot;
import io.goldenrod.testkit.Histories;
import io.goldenrod.testkit.History;
import io.goldenrod.testkit.MemoryGraph;
import io.goldenrod.testkit.PolicySide;
import io.goldenrod.testkit.Property;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A simulation tells what a graph would be that had started with the other policy. */
class SimulationPropertyTests {

    private static final Histories HISTORIES = Histories.upTo(40).withMatching();
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-06-01T12:00:00Z"), ZoneOffset.UTC);

    /** What stewards said, all on one page. */
    private record Said(List<StoredAssertion> assertions) implements AssertionReads {
        @Override
        public Optional<Entry> find(String id) {
            return Optional.empty();
        }

        @Override
        public Page<Entry> list(Boolean inForce, String member, String after, int limit) {
            return new Page<>(
                    assertions.stream().map(each -> new Entry(each, null)).toList(), null);
        }
    }

    /** The records of a graph in memory, a few a page. */
    private record Pages(GraphSnapshot graph, int size) implements RecordScan {

        @Override
        public long records() {
            return graph.records().size();
        }

        @Override
        public Part<Scanned> page(String after, boolean payloads) {
            List<Scanned> rows = graph.records().values().stream()
                    .sorted(Comparator.comparing(node -> node.record().key().toString()))
                    .filter(node -> node.record().key().toString().compareTo(after) > 0)
                    .limit(size)
                    .map(node -> row(node.record(), node.customer(), payloads ? node.payload() : null))
                    .toList();
            String last = rows.size() < size
                    ? null
                    : rows.get(rows.size() - 1).record().key().toString();
            return new Part<>(rows, List.of(), last);
        }

        private Scanned row(SourceRecord record, String customer, String payload) {
            List<Observed> links = graph.links().values().stream()
                    .filter(link -> link.record().equals(record.key()))
                    .map(link -> new Observed(
                            link.identifier(),
                            link.held() != null,
                            graph.identifiers().get(link.identifier()).state().suppressed() != null))
                    .toList();
            List<Matched> matches = graph.pairs().values().stream()
                    .map(tie -> tie.pair())
                    .filter(pair -> pair.isMatched() && pair.left().equals(record.key()))
                    .map(pair -> new Matched(pair.right(), pair.weight(), pair.held() != null))
                    .toList();
            return new Scanned(record, payload, customer, links, matches, Set.of());
        }
    }

    @Test
    void tellsWhatStartingAnewWouldGive() {
        long[] told = new long[6];
        Property.check("simulated", 1_000, HISTORIES, history -> {
            Chance chance = new Chance(history.hashCode());
            PolicySide now = PolicySide.of(history, chance);
            PolicySide other =
                    chance.percent(40) ? now.altered(chance) : PolicySide.of(HISTORIES.generate(chance), chance);
            Map<RecordKey, SourceRecord> said = new TreeMap<>();
            List<StoredAssertion> words = new ArrayList<>();
            GraphSnapshot graph = graph(now, history, said, chance, words);
            var pages = new Pages(graph, chance.between(1, 9));
            BringUp bringUp = BringUp.between(
                    now.policy(), other.policy(), (stored, payload) -> other.read(said.get(stored.key())));
            if (now.folds() != other.folds()) {
                bringUp = new BringUp(
                        bringUp.reading(), true, bringUp.matchesAnew(), bringUp.countsAnew(), bringUp.showsAnew());
            }
            List<Set<RecordKey>> found = new ArrayList<>();
            PolicyDifference difference = new Simulation(
                            pages,
                            new Said(words),
                            now.policy(),
                            new CompletePolicy(other.policy(), other.matcher()),
                            bringUp)
                    .run(part -> part.customers().forEach(each -> found.add(new HashSet<>(each))));

            List<SourceRecord> read = said.values().stream().map(other::read).toList();
            GraphPicture picture = GraphPicture.expected(other.policy(), other.matcher(), read, words);
            assertThat(found.stream()
                            .map(each -> each.stream().map(Decision::member).collect(Collectors.toSet()))
                            .collect(Collectors.toSet()))
                    .isEqualTo(picture.customers().keySet().stream()
                            .map(SimulationPropertyTests::records)
                            .collect(Collectors.toSet()));
            if (words.isEmpty()) {
                WholeResolution whole = WholeResolution.of(read, other.policy(), other.matcher());
                compareCustomers(difference, graph, whole);
                compareLinks(difference, graph, whole);
            }
            compareState(difference, graph, picture, now, other);
            told[0] += difference.merged();
            told[1] += difference.split();
            told[2] += difference.changed();
            told[3] += difference.suppressed() + difference.unsuppressed();
            told[4] += difference.held() + difference.released();
            told[5] += difference.matchesAdded() + difference.matchesRemoved();
        });
        assertThat(Arrays.stream(told).min().getAsLong()).isGreaterThan(100);
    }

    private static GraphSnapshot graph(
            PolicySide side,
            History history,
            Map<RecordKey, SourceRecord> said,
            Chance chance,
            List<StoredAssertion> words) {
        var graph = new MemoryGraph(side.policy());
        var engine = new ResolutionEngine(graph, side.policy(), side.matcher(), CLOCK);
        for (List<Change> batch : history.batches()) {
            History.applyTo(said, batch);
            engine.apply(batch.stream()
                    .map(each -> each instanceof Upsert upsert
                            ? new Upsert(side.read(upsert.record()), upsert.payload(), upsert.request())
                            : each)
                    .toList());
        }
        for (int left = chance.percent(30) ? chance.between(1, 4) : 0; left > 0 && said.size() > 1; left--) {
            List<String> members = new ArrayList<>(graph.snapshot().membership().keySet());
            Kind kind = chance.percent(70) ? Kind.SAME : Kind.DIFFERENT;
            try {
                engine.say(new Word(kind, chance.oneOf(members), chance.oneOf(members), "ada", ""), "steward");
            } catch (IllegalAssertion refused) {
                // it contradicts what was said before
            }
        }
        words.addAll(graph.assertions());
        return graph.snapshot();
    }

    private static Map<String, Set<RecordKey>> customers(GraphSnapshot graph) {
        Map<String, Set<RecordKey>> customers = new TreeMap<>();
        graph.records()
                .forEach((key, node) -> customers
                        .computeIfAbsent(node.customer(), absent -> new TreeSet<>())
                        .add(key));
        return customers;
    }

    private static void compareCustomers(PolicyDifference difference, GraphSnapshot graph, WholeResolution whole) {
        Map<String, Set<RecordKey>> now = customers(graph);
        long merged = 0;
        long split = 0;
        for (Set<RecordKey> records : now.values()) {
            Set<Integer> parts = records.stream().map(whole::customerOf).collect(Collectors.toSet());
            split += parts.size() > 1 ? 1 : 0;
            int only = parts.iterator().next();
            merged += parts.size() == 1 && whole.customers().get(only).size() > records.size() ? 1 : 0;
        }
        assertThat(difference.records()).isEqualTo(graph.records().size());
        assertThat(difference.customers()).isEqualTo(now.size());
        assertThat(difference.customersAfter()).isEqualTo(whole.customers().size());
        assertThat(difference.merged()).isEqualTo(merged);
        assertThat(difference.split()).isEqualTo(split);
        assertThat(difference.moved()).isLessThanOrEqualTo(graph.records().size());
        difference
                .examples()
                .split()
                .forEach(each -> assertThat(now.get(each.customerId())).hasSize(each.records()));
        assertThat(difference.sample().stream().map(PolicyDifference.Concerned::customerId))
                .doesNotHaveDuplicates()
                .isSubsetOf(now.keySet());
    }

    private static void compareLinks(PolicyDifference difference, GraphSnapshot graph, WholeResolution whole) {
        Set<String> heldNow = graph.links().values().stream()
                .filter(link -> link.held() != null)
                .map(StoredLink::key)
                .collect(Collectors.toCollection(HashSet::new));
        Map<String, Double> matchedNow = new HashMap<>();
        graph.pairs().values().stream().map(tie -> tie.pair()).forEach(pair -> {
            if (pair.isMatched()) {
                matchedNow.put(pair.key(), pair.weight());
            }
            if (pair.held() != null) {
                heldNow.add(pair.key());
            }
        });
        Set<String> held =
                whole.heldLinks().stream().map(StoredLink::key).collect(Collectors.toCollection(HashSet::new));
        whole.matches().stream()
                .filter(match -> match.held() != null)
                .map(StoredMatch::key)
                .forEach(held::add);
        Set<String> matched = whole.matches().stream().map(StoredMatch::key).collect(Collectors.toSet());
        assertThat(difference.held()).isEqualTo(without(held, heldNow));
        assertThat(difference.released()).isEqualTo(without(heldNow, held));
        assertThat(difference.matchesAdded()).isEqualTo(without(matched, matchedNow.keySet()));
        assertThat(difference.matchesRemoved()).isEqualTo(without(matchedNow.keySet(), matched));
        assertThat(difference.examples().held()).hasSize((int) Math.min(difference.held(), 20));
    }

    private static long without(Collection<String> ones, Set<String> others) {
        return ones.stream().filter(each -> !others.contains(each)).count();
    }

    private static void compareState(
            PolicyDifference difference, GraphSnapshot graph, GraphPicture then, PolicySide now, PolicySide other) {
        long suppressed = 0;
        long unsuppressed = 0;
        for (var each : then.identifiers().entrySet()) {
            var node = graph.identifiers().get(each.getKey());
            boolean is = node != null && node.state().suppressed() != null;
            boolean would = each.getValue().suppressed() != null;
            suppressed += node != null && !is && would ? 1 : 0;
            unsuppressed += is && !would ? 1 : 0;
        }
        assertThat(difference.suppressed()).isEqualTo(suppressed);
        assertThat(difference.unsuppressed()).isEqualTo(unsuppressed);

        Map<Set<String>, GoldenProfile> profiles = new HashMap<>();
        then.customers().forEach((members, summary) -> profiles.put(records(members), summary.profile()));
        long changed = 0;
        Map<String, Long> byAttribute = new TreeMap<>();
        for (var customer : customers(graph).entrySet()) {
            Set<String> records =
                    customer.getValue().stream().map(Decision::member).collect(Collectors.toSet());
            GoldenProfile profile = profiles.get(records);
            if (profile != null) {
                GoldenProfile before =
                        graph.customers().get(customer.getKey()).state().profile();
                Set<String> names = new TreeSet<>(profile.attributes().keySet());
                names.addAll(before.attributes().keySet());
                names.removeIf(name ->
                        Objects.equals(shown(before, name, now.policy()), shown(profile, name, other.policy())));
                names.forEach(name -> byAttribute.merge(name, 1L, Long::sum));
                changed += names.isEmpty() ? 0 : 1;
            }
        }
        assertThat(difference.changed()).isEqualTo(changed);
        assertThat(difference.changedValues()).isEqualTo(byAttribute);
    }

    private static Set<String> records(Set<String> members) {
        return members.stream()
                .filter(each -> each.startsWith(Decision.MEMBER_RECORD))
                .collect(Collectors.toSet());
    }

    private static Object shown(GoldenProfile profile, String name, Policy policy) {
        List<Candidate> candidates = profile.attributes().get(name);
        Rule rule = policy.survivorship().rulesFor(name).get(0);
        return candidates == null
                ? null
                : GoldenProfile.provenance(candidates.get(0), rule).value();
    }
}
