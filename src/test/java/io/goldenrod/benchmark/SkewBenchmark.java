package io.goldenrod.benchmark;

import io.goldenrod.benchmark.LargeCustomer.Shape;
import io.goldenrod.embedded.EmbeddedNeo4j;
import io.goldenrod.embedded.EmbeddedSettings;
import io.goldenrod.identity.Identifier;
import io.goldenrod.identity.RecordKey;
import io.goldenrod.identity.SourceRecord;
import io.goldenrod.ingest.CompletePolicy;
import io.goldenrod.neo4j.Database;
import io.goldenrod.neo4j.DatabaseSettings;
import io.goldenrod.neo4j.Schema;
import io.goldenrod.neo4j.StoredIdentifierLookup;
import io.goldenrod.neo4j.StoredResolution;
import io.goldenrod.policy.Policy;
import io.goldenrod.resolution.Change;
import io.goldenrod.resolution.ResolutionEngine;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;

/**
 * What one more record costs, and one less, where very much hangs together: a large customer, a long chain, and an
 * identifier that very many records carry, each beside the smallest of its kind. In processor time of the thread that
 * resolves, which other programs on the machine hardly change; and how long others wait meanwhile.
 *
 * <p>{@code benchmark.sizes} (10,1000,100000) in records; {@code benchmark.chain} (10000) and {@code benchmark.hub}
 * (100000) likewise; {@code benchmark.repeats} (15) for each.
 */
class SkewBenchmark {

    private static final int WARM_UP = 150;
    private static final int BATCH_RECORDS = 1_000;

    private static final String HUB = """
            MERGE (hub:Identifier {key: 'phone:' + $hub})
            ON CREATE SET hub.type = 'phone', hub.value = $hub, hub.suppressed = 'SHARED', hub.records = 0,
                          hub.held = 0, hub.firstSeen = datetime('2020-01-01T00:00:00Z'),
                          hub.lastSeen = datetime('2025-01-01T00:00:00Z'), hub.sources = ['bench'],
                          hub.companions = $companions
            SET hub.records = hub.records + $to - $from
            WITH hub
            UNWIND range($from, $to - 1) AS n
            WITH hub, n, $hub + 'x' + n AS id,
                 datetime('2020-01-01T00:00:00Z') + duration({seconds: CASE n WHEN 0 THEN 0 ELSE 60 + n END}) AS at
            CREATE (customer:Customer {
              id: id, status: 'ACTIVE', createdAt: at, updatedAt: at, version: 1, records: 1, identifiers: 1, links: 1,
              held: 0, bond: 'STRONG', known: true, counts: [], claims: [], founder: 'bench/' + id, founderSeq: 1,
              foundedSeq: 1, profile: '{"attributes": {}, "rules": {}, "consent": {}}'
            })
            CREATE (own:Identifier {
              key: 'crm_id:' + id, type: 'crm_id', value: id, customer: id, records: 1, held: 0, firstSeen: at,
              lastSeen: at, sources: ['bench'], companions: []
            })-[:RESOLVED_TO]->(customer)
            CREATE (record:Record {
              key: 'bench/' + id, source: 'bench', recordId: id, observedAt: at, seq: n, customer: id,
              attributes: '{}', names: [], fingerprint: 'f' + n, payload: '{}'
            })-[:RESOLVED_TO]->(customer)
            CREATE (record)-[:OBSERVED {at: at}]->(own)
            CREATE (record)-[:OBSERVED {at: at}]->(hub)
            """;

    private final Policy policy = CompletePolicy.shipped().policy();
    private final Report report = new Report("skew");
    private ResolutionEngine engine;
    private Database database;
    private Driver driver;
    private int fresh;

    @Test
    void ratios(@TempDir Path directory) throws Exception {
        try (EmbeddedNeo4j neo4j = EmbeddedNeo4j.start(EmbeddedSettings.of(directory));
                Driver toPrepare = GraphDatabase.driver(neo4j.boltUri());
                Database opened = Database.open(neo4j.inProcess(), DatabaseSettings.of(neo4j.boltUri()))) {
            Schema.prepare(opened);
            database = opened;
            driver = toPrepare;
            engine = new ResolutionEngine(
                    new StoredResolution(opened, policy, Clock.systemUTC()), policy, Clock.systemUTC());
            for (int i = 0; i < WARM_UP; i++) {
                engine.apply(List.of(record("warm-up", "email:warm" + i % 10 + "@example.org")));
                engine.apply(List.of(new Change.Delete(new RecordKey("bench", "warm-up-" + fresh), "bench")));
            }
            customers();
            chain();
            hubs();
            oneBatch();
            report.print();
        }
    }

    private void customers() throws Exception {
        TreeMap<Integer, Double> added = new TreeMap<>();
        TreeMap<Integer, Double> deleted = new TreeMap<>();
        String id = "";
        for (int size : sizes()) {
            String customer = "C%026d".formatted(++fresh);
            id = customer;
            LargeCustomer.write(driver, id, Shape.HUB, size);
            added.put(size, costs(repeat -> record("more", "email:" + customer + "hub@example.org")));
            deleted.put(
                    size,
                    costs(
                            repeat -> new Change.Delete(RecordKey.parse("bench/" + customer + (1 + repeat)), "bench"),
                            3));
        }
        tell("one more record into a customer", added);
        tell("one record less of a customer (all of it is looked at)", deleted);
        int largest = added.lastKey();
        waiting(
                "a record of the customer of " + largest + " is deleted",
                new Change.Delete(RecordKey.parse("bench/" + id + 7), "bench"));
    }

    private void chain() {
        TreeMap<Integer, Double> added = new TreeMap<>();
        for (int size : List.of(10, Setting.of("chain", 10_000))) {
            String id = "C%026d".formatted(++fresh);
            LargeCustomer.write(driver, id, Shape.CHAIN, size);
            added.put(size, costs(repeat -> record("more", "email:" + id + size + "@example.org")));
        }
        tell("one more record at the end of a chain", added);
    }

    private void hubs() {
        TreeMap<Integer, Double> added = new TreeMap<>();
        TreeMap<Integer, Double> deleted = new TreeMap<>();
        int above = policy.type("phone").sharedAbove();
        for (int size : List.of(Math.max(100, 10 * above), Setting.of("hub", 100_000))) {
            String hub = "+4477%08d".formatted(++fresh);
            List<String> companions = Stream.iterate(0, n -> n < size, n -> n + 1)
                    .map(n -> "crm_id:" + hub + "x" + n)
                    .sorted()
                    .limit(above + 1L)
                    .toList();
            for (int from = 0; from < size; from += BATCH_RECORDS) {
                driver.executableQuery(HUB)
                        .withParameters(Map.of(
                                "hub", hub,
                                "companions", companions,
                                "from", from,
                                "to", Math.min(size, from + BATCH_RECORDS)))
                        .execute();
            }
            added.put(size, costs(repeat -> record("more", "phone:" + hub)));
            deleted.put(
                    size,
                    costs(repeat -> new Change.Delete(
                            RecordKey.parse("bench/" + hub + "x" + (7 * size / 10 + repeat)), "bench")));
        }
        tell("one more record with a shared identifier of as many", added);
        tell("one record less of a shared identifier of as many", deleted);
    }

    private void oneBatch() {
        String email = "email:batch" + ++fresh + "@example.org";
        double apart = 0;
        double together = 0;
        for (int round = 0; round < 4; round++) {
            List<Change> different = new ArrayList<>();
            List<Change> same = new ArrayList<>();
            for (int i = 0; i < BATCH_RECORDS; i++) {
                different.add(record("apart", "email:apart" + fresh + "@example.org"));
                same.add(record("together", email));
            }
            // the first round warms up
            apart = (round < 2 ? 0 : apart) + cost(different);
            together = (round < 2 ? 0 : together) + cost(same);
        }
        report.add(
                "a batch of " + BATCH_RECORDS + " records of one customer beside as many of their own",
                together / apart);
    }

    /** How long a look-up and a write of something else wait for the change. */
    private void waiting(String what, Change change) throws Exception {
        var lookup = new StoredIdentifierLookup(database);
        var other = List.of(Identifier.parse("email:warm1@example.org"));
        CompletableFuture<Void> done = CompletableFuture.runAsync(() -> engine.apply(List.of(change)));
        double slowest = 0;
        long begin = System.nanoTime();
        while (!done.isDone()) {
            long start = System.nanoTime();
            lookup.find(other);
            slowest = Math.max(slowest, (System.nanoTime() - start) / 1e6);
        }
        done.join();
        report.add("how long it takes that " + what + ", ms", (System.nanoTime() - begin) / 1e6);
        report.add("slowest look-up of something else meanwhile, ms", slowest);
    }

    private interface Changing {
        Change of(int repeat);
    }

    private double costs(Changing changing) {
        return costs(changing, Setting.of("repeats", 15));
    }

    /** The median, in microseconds. */
    private double costs(Changing changing, int repeats) {
        List<Double> micros = new ArrayList<>();
        for (int repeat = 0; repeat < repeats; repeat++) {
            micros.add(cost(List.of(changing.of(repeat))));
        }
        return Report.median(micros);
    }

    private double cost(List<Change> changes) {
        var threads = ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadCpuTime();
        engine.apply(changes);
        return (threads.getCurrentThreadCpuTime() - before) / 1e3;
    }

    private void tell(String what, TreeMap<Integer, Double> micros) {
        micros.forEach((size, cost) ->
                report.add(String.format(Locale.ROOT, "%s: %,d records, microseconds", what, size), cost));
        report.add(
                what + ": the largest beside the smallest (below 3)",
                micros.lastEntry().getValue() / micros.firstEntry().getValue());
    }

    private static List<Integer> sizes() {
        return Stream.of(Setting.of("sizes", "10,1000,100000").split(","))
                .map(Integer::valueOf)
                .toList();
    }

    /** A record that no other resembles, with this identifier and one of its own. */
    private Change record(String name, String identifier) {
        String id = name + "-" + ++fresh;
        return new Change.Upsert(
                new SourceRecord(
                        new RecordKey("bench", id),
                        Instant.parse("2026-01-01T00:00:00Z").plusSeconds(fresh),
                        Stream.of(Identifier.parse(identifier), new Identifier("device_id", id))
                                .sorted()
                                .toList(),
                        Set.of(),
                        new TreeMap<>(),
                        Set.of(),
                        new TreeMap<>(),
                        id),
                "{}",
                "bench");
    }
}
