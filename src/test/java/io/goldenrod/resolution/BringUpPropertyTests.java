package io.goldenrod.resolution;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenrod.identity.AttributeValue;
import io.goldenrod.identity.Identifier;
import io.goldenrod.identity.RecordKey;
import io.goldenrod.identity.SourceRecord;
import io.goldenrod.match.Matcher;
import io.goldenrod.policy.IdentifierType;
import io.goldenrod.policy.Linking;
import io.goldenrod.policy.Policy;
import io.goldenrod.policy.Source;
import io.goldenrod.policy.Survivorship;
import io.goldenrod.policy.Survivorship.Rule;
import io.goldenrod.resolution.Change.Upsert;
import io.goldenrod.testkit.Chance;
import io.goldenrod.testkit.DecisionReplay;
import io.goldenrod.testkit.GraphPicture;
import io.goldenrod.testkit.GraphSnapshot;
import io.goldenrod.testkit.Histories;
import io.goldenrod.testkit.History;
import io.goldenrod.testkit.MemoryGraph;
import io.goldenrod.testkit.Property;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Brought up to another policy, the graph is as if its records had come under that one. */
class BringUpPropertyTests {

    private static final Histories HISTORIES = Histories.upTo(40).withMatching();

    /** A policy, and how it reads what records say. */
    private record Side(Policy policy, Matcher matcher, boolean folds) {

        static Side of(History history, Chance chance) {
            return new Side(altered(history.policy(), chance), history.matcher(), chance.percent(40));
        }

        /** What a normaliser makes of it. */
        SourceRecord read(SourceRecord said) {
            Set<Identifier> identifiers = new TreeSet<>();
            for (Identifier each : said.identifiers()) {
                if (policy.type(each.type()) != null) {
                    boolean folded = folds && Set.of("email", "device").contains(each.type());
                    identifiers.add(folded ? new Identifier(each.type(), folded(each.value())) : each);
                }
            }
            var attributes = new TreeMap<>(said.attributes());
            attributes.computeIfPresent(
                    "city", (name, city) -> folds ? new AttributeValue("Rome", "rome") : city);
            return new SourceRecord(
                    said.key(),
                    said.observedAt(),
                    List.copyOf(identifiers),
                    identifiers.stream().filter(policy::denies).collect(Collectors.toSet()),
                    attributes,
                    said.names(),
                    said.consent(),
                    said.fingerprint());
        }

        private static String folded(String value) {
            int number = Integer.parseInt(value.substring(1));
            return value.substring(0, 1) + (number + 1) / 2;
        }
    }

    /** With types that do not link, or are not known, and other rules for profiles. */
    private static Policy altered(Policy policy, Chance chance) {
        Map<String, IdentifierType> types = new LinkedHashMap<>(policy.identifierTypes());
        for (String name : List.of("phone", "device", "cookie")) {
            if (chance.percent(15)) {
                types.remove(name);
            } else if (chance.percent(15)) {
                types.computeIfPresent(name, (absent, type) -> unlinked(type));
            }
        }
        Map<String, List<Rule>> rules = new TreeMap<>(policy.survivorship().rules());
        Map<String, Source> sources = new TreeMap<>(policy.sources());
        if (chance.percent(30)) {
            rules.put("city", List.of(Rule.FIRST));
            rules.put("tier", List.of(Rule.MOST_RECENT));
            sources.put("crm", new Source("crm", "", "", 3, ""));
        }
        return new Policy(
                policy.name(),
                types,
                policy.vetoes(),
                new Survivorship(rules, policy.survivorship().otherwise()),
                sources,
                policy.defaultSource(),
                policy.maxComponentLinks(),
                policy.matching(),
                policy.hash());
    }

    private static IdentifierType unlinked(IdentifierType type) {
        return new IdentifierType(
                type.name(),
                type.normalizer(),
                type.options(),
                0,
                Linking.NONE,
                0,
                type.window(),
                0,
                type.contested(),
                0,
                type.blockedValues(),
                type.blockedPatterns());
    }

    /** A graph that goes from policy to policy while records come. */
    private static final class Run {
        private final MemoryGraph graph;
        private final ResolutionEngine engine;
        private final Map<RecordKey, SourceRecord> said = new TreeMap<>();
        private final Chance chance;
        private final List<List<Change>> coming;
        private Side side;

        Run(Side first, History history, Chance chance) {
            graph = new MemoryGraph(first.policy);
            engine = new ResolutionEngine(graph, first.policy, first.matcher, HistoryRun.CLOCK);
            side = first;
            coming = new ArrayList<>(history.batches());
            this.chance = chance;
        }

        void takeIn(int percent) {
            while (!coming.isEmpty() && chance.percent(percent)) {
                List<Change> batch = coming.remove(0);
                History.applyTo(said, batch);
                engine.apply(batch.stream()
                        .map(each -> each instanceof Upsert upsert
                                ? new Upsert(side.read(upsert.record()), upsert.payload(), upsert.request())
                                : each)
                        .toList());
            }
        }

        void changeTo(Side next) {
            BringUp bringUp = BringUp.between(
                    chance.percent(10) ? null : side.policy,
                    next.policy,
                    (stored, payload) -> next.read(said.get(stored.key())));
            side = next;
            engine.follow(next.policy, next.matcher, false);
            int size = chance.between(1, 8);
            List<RecordKey> some = after("", size);
            while (!some.isEmpty()) {
                takeIn(30);
                engine.bringUp(some, bringUp, "policy");
                if (chance.percent(15)) {
                    engine.bringUp(some, bringUp, "policy");
                }
                takeIn(20);
                some = after(some.get(some.size() - 1).toString(), size);
            }
            engine.follow(next.policy, next.matcher, true);
        }

        private List<RecordKey> after(String key, int limit) {
            return graph.snapshot().records().keySet().stream()
                    .map(RecordKey::toString)
                    .filter(each -> each.compareTo(key) > 0)
                    .sorted()
                    .limit(limit)
                    .map(RecordKey::parse)
                    .toList();
        }

        void check() {
            GraphSnapshot now = graph.snapshot();
            Collection<SourceRecord> read = said.values().stream().map(side::read).toList();
            assertThat(GraphPicture.of(now)).isEqualTo(GraphPicture.expected(side.policy, side.matcher, read));
            DecisionReplay replay = DecisionReplay.acrossPolicies(now.decisions());
            assertThat(replay.membership()).isEqualTo(now.membership());
            assertThat(replay.active()).isEqualTo(now.members().keySet());
        }
    }

    @Test
    void whateverTheRecordsCameUnderAndWhateverComesMeanwhile() {
        int[] changed = {0};
        Property.check("brought up", 2_000, HISTORIES, history -> {
            Chance chance = new Chance(history.hashCode());
            Side one = Side.of(history, chance);
            Side other = Side.of(HISTORIES.generate(chance), chance);
            if (chance.percent(20)) {
                other = new Side(altered(one.policy, chance), one.matcher, one.folds);
            }
            Run run = new Run(one, history, chance);
            run.takeIn(85);
            var before = run.graph.snapshot().members().values();
            run.changeTo(other);
            run.check();
            changed[0] += Set.copyOf(run.graph.snapshot().members().values()).equals(Set.copyOf(before)) ? 0 : 1;
            run.takeIn(100);
            run.check();
            run.changeTo(one);
            run.check();
        });
        assertThat(changed[0]).isGreaterThan(200);
    }

    @Test
    void onceMoreChangesNothing() {
        Property.check("brought up twice", 300, HISTORIES, history -> {
            MemoryGraph graph = new MemoryGraph(history.policy());
            var engine = new ResolutionEngine(graph, history.policy(), history.matcher(), HistoryRun.CLOCK);
            history.batches().forEach(engine::apply);
            GraphSnapshot before = graph.snapshot();
            BringUp everything = new BringUp((stored, payload) -> stored, true, true, false);
            engine.bringUp(List.copyOf(before.records().keySet()), everything, "policy");
            assertThat(graph.snapshot()).isEqualTo(before);
        });
    }
}
