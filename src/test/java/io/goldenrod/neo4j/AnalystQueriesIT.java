package io.goldenrod.neo4j;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.goldenrod.ingest.BatchingIntake;
import io.goldenrod.ingest.IntakeSettings;
import io.goldenrod.ingest.LineReader;
import io.goldenrod.ingest.PolicyFile;
import io.goldenrod.ingest.RecordJson;
import io.goldenrod.ingest.RecordSources;
import io.goldenrod.ingest.RecordStream;
import io.goldenrod.normalize.RecordLimits;
import io.goldenrod.policy.Policy;
import io.goldenrod.resolution.Change;
import io.goldenrod.resolution.PolicyInUse;
import io.goldenrod.resolution.ResolutionEngine;
import io.goldenrod.testkit.Neo4jUnderTest;
import io.goldenrod.testkit.OnEachNeo4j;
import io.goldenrod.testkit.Policies;
import io.goldenrod.testkit.Records;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** What analysts are given to ask, each with its own example: on the demonstration's records, and where it is known. */
@OnEachNeo4j
class AnalystQueriesIT {

    private static final Path QUERIES = Path.of("cypher", "analyst");
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-06-01T12:00:00Z"), ZoneOffset.UTC);

    /** As many lines as the demonstration takes at once: some customers are to meet in later batches. */
    private static final int LINES_AT_ONCE = 20;

    private static final Map<String, String> COLUMNS = Map.ofEntries(
            entry("compare-sources", "source customers other knownToBoth percent"),
            entry("count-coverage", "sources customers records example"),
            entry("count-held-links", "constraint type detail links identifiers customers"),
            entry("count-merges", "cause source merges latest examples"),
            entry("count-refusals", "code source refusals latest example"),
            entry("count-types", "type identifiers joining suppressed withHeldLinks recordsMost"),
            entry("find-bridges", "identifier type groups groupRecords oneRecordOfEach"),
            entry("find-disagreements", "customer name records birthDates familyNames givenNames"),
            entry("find-households", "address customers names ids"),
            entry("find-possible-misses", "names birthDate customers ids records"),
            entry(
                    "find-shared-contacts",
                    "identifier customers heldLinks constraints owner ownerName others otherNames"),
            entry("find-stale-customers", "customer name lastSeen records sources"),
            entry("find-weakest-customers", "customer name records joints weak joinedOver"),
            entry("list-anonymous-customers", "customer records sources lastSeen identifiers suppressed heldLinks"),
            entry(
                    "list-held-links",
                    "constraint detail identifier record recordOf recordOfName identifierOf identifierOfName"),
            entry("list-hubs", "identifier records carries carried threshold nearness heldLinks customer"),
            entry(
                    "list-largest-customers",
                    "customer name records identifiers heldLinks sources firstSeen lastSeen mergedIds"),
            entry("list-moved-identifiers", "identifier moves latest firstOf then becauseOf now suppressed"),
            entry("list-splits", "seq at kind outOf into intoStatus name becauseOf members went"),
            entry("list-suppressed", "identifier reason records customers sources firstSeen lastSeen"));

    @Parameter
    Neo4jUnderTest neo4j;

    @Test
    void everyQueryAnswersOnTheDemonstrationWithItsExample() throws Exception {
        takeInDemonstration();
        assertThat(names()).isEqualTo(new TreeSet<>(COLUMNS.keySet()));
        Map<String, List<Map<String, Object>>> answers = new TreeMap<>();
        for (String name : names()) {
            answers.put(name, ask(name, Map.of()));
            assertThat(answers.get(name)).as(name).isNotEmpty();
            assertThat(answers.get(name).get(0).keySet())
                    .as(name)
                    .containsExactlyInAnyOrder(COLUMNS.get(name).split(" "));
            assertThat(ask(name, Map.of("limit", 1))).as(name + " with a limit").hasSize(1);
        }
        assertThat(
                        values(answers.get("find-bridges"), "identifier", "groups", "groupRecords", "oneRecordOfEach")
                                .stream()
                                .map(row -> row.stream()
                                        .map(String::valueOf)
                                        .collect(Collectors.joining(" | ", "| ", " |"))))
                .as("what the README shows of it")
                .hasSize(5)
                .isSubsetOf(Files.readAllLines(Path.of("README.md")));
        assertThat(values(answers.get("list-suppressed"), "identifier", "reason", "customers"))
                .startsWith(List.of("email:till3@shop.example.org", "SHARED", 12L));
        assertThat(new TreeSet<>((List<?>) answers.get("find-households").get(0).get("names")))
                .isEqualTo(Set.of("Farid Rahman", "Shirin Rahman", "Leila Rahman"));
        assertThat(values(answers.get("find-possible-misses"), "names"))
                .contains(List.of(List.of("kowalska", "marta")))
                .doesNotContain(List.of(List.of("molina", "jose")));
        assertThat(values(answers.get("find-shared-contacts"), "identifier", "ownerName", "otherNames"))
                .contains(List.of("phone:+447700900345", "Tom Whitfield", List.of("Nadia Petrova")));
    }

    @Test
    void findsWhatHoldsCustomersTogether() {
        tell();
        assertThat(values(
                        ask("find-bridges", Map.of("id", customerOf("crm/1"))),
                        "identifier",
                        "groupRecords",
                        "oneRecordOfEach"))
                .containsExactly(
                        List.of("email:a@x", List.of(3L, 1L), List.of("pos/1", "crm/1")),
                        List.of("loyalty_id:L", List.of(3L, 1L), List.of("crm/1", "support/1")));
        assertThat(values(ask("find-bridges", Map.of("id", customerOf("crm/2"))), "identifier", "groupRecords"))
                .containsExactly(List.of("email:b@x", List.of(1L, 1L, 1L)));
        assertThat(values(ask("find-weakest-customers", Map.of()), "customer", "records", "weak", "joinedOver"))
                .containsExactly(List.of(customerOf("crm/2"), 3L, false, List.of("email:b@x")));
        assertThat(values(ask("count-merges", Map.of()), "cause", "source", "merges"))
                .containsExactly(List.of("loyalty_id", "web", 1L));
        assertThat(values(
                        ask("list-moved-identifiers", Map.of()), "identifier", "moves", "firstOf", "then", "becauseOf"))
                .containsExactly(
                        List.of("email:b@x", 1L, customerOf("crm/3"), List.of(customerOf("crm/2")), List.of("crm/2")));
    }

    @Test
    void findsWhatDoesNotFitTogether() {
        tell();
        assertThat(values(ask("list-held-links", Map.of()), "constraint", "identifier", "recordOf", "identifierOf"))
                .containsExactly(List.of("LIMIT", "email:b@x", customerOf("crm/3"), customerOf("crm/2")));
        assertThat(values(
                        ask("list-hubs", Map.of("thresholds", Map.of("email", Map.of("values", 4, "names", 3)))),
                        "identifier",
                        "carries",
                        "carried",
                        "nearness"))
                .containsExactly(
                        List.of("email:a@x", "given names", 2L, 0.67),
                        // one crm_id each of two customers
                        List.of("email:b@x", "crm_id", 2L, 0.5));
        assertThat(values(ask("find-disagreements", Map.of()), "customer", "birthDates", "familyNames"))
                .containsExactly(List.of(customerOf("crm/1"), List.of(), List.of()));
        assertThat(ask("find-possible-misses", Map.of())).singleElement().satisfies(row -> {
            assertThat(row.get("birthDate")).isEqualTo("1990-01-01");
            assertThat(new TreeSet<>((List<?>) row.get("records"))).isEqualTo(Set.of("crm/4", "pos/4"));
        });
        assertThat(values(ask("find-stale-customers", Map.of()), "customer"))
                .containsExactly(List.of(customerOf("crm/3")));
        assertThat(values(ask("compare-sources", Map.of()), "source", "customers", "other", "knownToBoth", "percent"))
                .contains(List.of("crm", 4L, "web", 2L, 50.0), List.of("support", 1L, "crm", 1L, 100.0));
    }

    /**
     * One customer with a spare link and two records that hang on one identifier each, one without, and people who are
     * alike. The e-mail {@code b@x} was another's before: its newest users keep it.
     */
    private void tell() {
        Policy policy = Policies.customers().shared("email", 4, 3).build();
        var engine = new ResolutionEngine(new StoredResolution(neo4j.database(), policy, CLOCK), policy, CLOCK);
        Stream.of(
                        Records.record("crm/3").crmId("3").email("b@x").at("2020-01-01"),
                        Records.record("crm/2").crmId("2").email("b@x"),
                        Records.record("web/2").email("b@x"),
                        Records.record("pos/2").email("b@x"),
                        Records.record("crm/1").crmId("1").email("a@x").names("given:ada"),
                        Records.record("pos/1").email("a@x").phone("1"),
                        Records.record("support/1").identifier("loyalty_id", "L"),
                        Records.record("web/1")
                                .email("a@x")
                                .phone("1")
                                .identifier("loyalty_id", "L")
                                .names("given:zoe"),
                        roe("crm/4", "1990-01-01").crmId("4"),
                        roe("pos/4", "1990-01-01").phone("4"),
                        roe("pos/5", "1971-07-07").phone("5"),
                        Records.record("pos/6")
                                .names("family:roe", "given:jane")
                                .phone("6"))
                .forEach(record -> engine.apply(List.of(new Change.Upsert(record.build(), "{}", "a request"))));
    }

    private static Records roe(String key, String birthDate) {
        return Records.record(key).names("family:roe", "given:jane").birthDate(birthDate);
    }

    private void takeInDemonstration() throws Exception {
        RecordLimits limits = RecordLimits.DEFAULT;
        Policy policy = PolicyFile.shipped();
        var engine = new ResolutionEngine(new StoredResolution(neo4j.database(), policy, CLOCK), policy, CLOCK);
        ExecutorService readers = Executors.newCachedThreadPool();
        try (var intake = new BatchingIntake(
                        PolicyInUse.of(policy, null, limits), () -> {}, engine, IntakeSettings.DEFAULT, CLOCK);
                InputStream file = AnalystQueriesIT.class.getResourceAsStream("/demo/records.ndjson");
                var reader = new LineReader(file, limits.recordBytesMax())) {
            var stream = new RecordStream(intake, new StoredQuarantine(neo4j.database(), 1_000), readers, CLOCK);
            RecordStream.Source lines = RecordSources.lines(reader, new RecordJson(limits), limits);
            List<RecordStream.Item> items = new ArrayList<>();
            for (RecordStream.Item item = lines.next(); item != null; item = lines.next()) {
                items.add(item);
            }
            for (int from = 0; from < items.size(); from += LINES_AT_ONCE) {
                var some = items.subList(from, Math.min(from + LINES_AT_ONCE, items.size()))
                        .iterator();
                stream.run(() -> some.hasNext() ? some.next() : null, "demonstration", answers -> {});
            }
        } finally {
            readers.shutdown();
        }
    }

    private static Set<String> names() {
        try (Stream<Path> files = Files.list(QUERIES)) {
            return files.map(file -> file.getFileName().toString().replace(".cypher", ""))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Asks with the query's own example, but for what is given. */
    private List<Map<String, Object>> ask(String name, Map<String, Object> parameters) {
        String content = content(QUERIES.resolve(name + ".cypher"));
        Map<String, Object> all = new HashMap<>(StatementIT.example(neo4j, content));
        all.putAll(parameters);
        return neo4j.query(CypherFile.strip(content), all);
    }

    private static String content(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String customerOf(String record) {
        return (String) neo4j.query("MATCH (r:Record {key: $key}) RETURN r.customer AS id", Map.of("key", record))
                .get(0)
                .get("id");
    }

    private static List<List<Object>> values(List<Map<String, Object>> rows, String... columns) {
        return rows.stream()
                .map(row -> Stream.of(columns).map(row::get).toList())
                .toList();
    }
}
