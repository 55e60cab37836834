package io.goldenrod.neo4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenrod.embedded.OfflineImport;
import io.goldenrod.graph.PolicyStore.Kept;
import io.goldenrod.identity.RecordKey;
import io.goldenrod.identity.SourceRecord;
import io.goldenrod.load.GraphEntities;
import io.goldenrod.load.Load;
import io.goldenrod.load.LoadedGraph;
import io.goldenrod.match.Matcher;
import io.goldenrod.policy.Policy;
import io.goldenrod.quality.GraphCheck;
import io.goldenrod.resolution.Change;
import io.goldenrod.resolution.Change.Upsert;
import io.goldenrod.resolution.ResolutionEngine;
import io.goldenrod.testkit.Chance;
import io.goldenrod.testkit.Histories;
import io.goldenrod.testkit.History;
import io.goldenrod.testkit.Neo4jUnderTest;
import io.goldenrod.testkit.OnEachNeo4j;
import io.goldenrod.testkit.Property;
import io.goldenrod.testkit.StoreDump;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** What a load makes of records against what the engine writes when it takes the same ones online as one batch. */
@OnEachNeo4j
class LoadIT {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-06-01T12:00:00.123456Z"), ZoneOffset.UTC);
    private static final long OFF_HEAP_BYTES = 64L << 20;

    @Parameter
    Neo4jUnderTest neo4j;

    @TempDir
    Path directory;

    @Test
    void isNodeForNodeWhatTheEngineWrites() {
        checkEntities("a load by identifiers", Histories.upTo(50));
    }

    @Test
    void isNodeForNodeWhatTheEngineWritesWithMatching() {
        checkEntities("a load with matching", Histories.upTo(50).withMatching());
    }

    private void checkEntities(String name, Histories histories) {
        Property.check(name, 50, histories, history -> {
            for (List<Upsert> batch : List.of(winners(history.batches()), distinct(history.batches()))) {
                if (batch.isEmpty()) {
                    continue;
                }
                neo4j.wipe();
                List<?> answers = engine(neo4j, history).apply(batch);
                LoadedGraph graph = load(history, batch);
                assertThat(graph.answers()).isEqualTo(answers);
                assertThat(dump(entities(graph, history))).isEqualTo(StoreDump.of(neo4j));
            }
        });
    }

    @Test
    void goesOnOnlineAsIfAllHadComeOnline() throws Exception {
        for (int seed = 1; seed <= 2; seed++) {
            History history =
                    (seed == 1 ? Histories.upTo(100) : Histories.upTo(100).withMatching()).generate(new Chance(seed));
            goesOn(history, directory.resolve("store" + seed));
        }
    }

    private void goesOn(History history, Path store) throws Exception {
        List<List<Change>> batches = history.batches();
        List<Upsert> first = distinct(batches.subList(0, (batches.size() + 1) / 2));
        List<List<Change>> later = batches.subList((batches.size() + 1) / 2, batches.size());
        neo4j.wipe();
        ResolutionEngine online = engine(neo4j, history);
        adopt(neo4j, history);
        online.apply(first);
        Files.createDirectories(store);
        OfflineImport.run(store, entities(load(history, first), history), OFF_HEAP_BYTES, percent -> {});
        try (Neo4jUnderTest loaded = Neo4jUnderTest.on(store)) {
            adopt(loaded, history);
            assertThat(StoreDump.of(loaded)).isEqualTo(StoreDump.of(neo4j));
            assertClean(loaded, history);
            ResolutionEngine after = engine(loaded, history);
            for (List<Change> batch : later) {
                assertThat(after.apply(batch)).isEqualTo(online.apply(batch));
            }
            assertThat(StoreDump.of(loaded)).isEqualTo(StoreDump.of(neo4j));
            assertClean(loaded, history);
        }
    }

    private static void assertClean(Neo4jUnderTest neo4j, History history) {
        var scan = new StoredScan(neo4j.database(), history.policy());
        assertThat(new GraphCheck(scan, history.policy(), history.matcher())
                        .run()
                        .findings())
                .isEmpty();
    }

    /** The newest version of each record, in the order in which they came first. */
    private static List<Upsert> winners(List<List<Change>> batches) {
        Map<RecordKey, Upsert> winners = new LinkedHashMap<>();
        batches.forEach(batch -> batch.forEach(change -> {
            if (change instanceof Upsert upsert) {
                winners.merge(
                        change.key(),
                        upsert,
                        (old, said) ->
                                said.record().observedAt().isBefore(old.record().observedAt()) ? old : said);
            }
        }));
        return new ArrayList<>(winners.values());
    }

    /** All versions of all records, as records of their own; those of the first version keep their keys. */
    private static List<Upsert> distinct(List<List<Change>> batches) {
        Map<RecordKey, Upsert> distinct = new LinkedHashMap<>();
        batches.forEach(batch -> batch.forEach(change -> {
            if (change instanceof Upsert upsert) {
                RecordKey key = change.key();
                for (int i = 2; distinct.containsKey(key); i++) {
                    key = new RecordKey(key.source(), change.key().recordId() + "-" + i);
                }
                distinct.put(key, new Upsert(named(upsert.record(), key), upsert.payload(), upsert.request()));
            }
        }));
        return new ArrayList<>(distinct.values());
    }

    private static SourceRecord named(SourceRecord record, RecordKey key) {
        return new SourceRecord(
                key,
                record.observedAt(),
                record.identifiers(),
                record.denied(),
                record.attributes(),
                record.names(),
                record.consent(),
                record.fingerprint());
    }

    private static void adopt(Neo4jUnderTest neo4j, History history) {
        Policy policy = history.policy();
        new StoredPolicies(neo4j.database())
                .adopt(new Kept(policy.hash(), policy.name(), "name: test", null), false, CLOCK.instant());
    }

    private static ResolutionEngine engine(Neo4jUnderTest neo4j, History history) {
        Policy policy = history.policy();
        var store = new StoredResolution(neo4j.database(), policy, CLOCK);
        return new ResolutionEngine(store, policy, history.matcher(), CLOCK);
    }

    private static LoadedGraph load(History history, List<Upsert> records) {
        Matcher matcher = history.matcher();
        return Load.of(records, history.policy(), matcher, CLOCK);
    }

    private static GraphEntities entities(LoadedGraph graph, History history) {
        return new LoadedEntities(graph, history.policy(), CLOCK.instant());
    }

    private static List<String> dump(GraphEntities entities) {
        StoreDump dump = StoreDump.empty();
        for (long number = 0; number < entities.nodes(); number++) {
            long id = number;
            entities.node(number, (properties, labels) -> dump.node(id, List.of(labels), properties));
        }
        for (long number = 0; number < entities.nodes(); number++) {
            long id = number;
            entities.relationships(number, (type, end, properties) -> dump.relationship(id, type, end, properties));
        }
        return dump.lines();
    }
}
