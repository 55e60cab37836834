package io.goldenrod.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenrod.bulk.BulkUnderTest.Picture;
import io.goldenrod.golden.CustomerIds;
import io.goldenrod.identity.RecordKey;
import io.goldenrod.identity.SourceRecord;
import io.goldenrod.resolution.Change;
import io.goldenrod.resolution.ResolutionEngine;
import io.goldenrod.resolution.Sharing;
import io.goldenrod.testkit.Chance;
import io.goldenrod.testkit.GraphPicture;
import io.goldenrod.testkit.GraphSnapshot;
import io.goldenrod.testkit.Histories;
import io.goldenrod.testkit.History;
import io.goldenrod.testkit.MemoryGraph;
import io.goldenrod.testkit.Property;
import java.io.IOException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** A run over all records comes to what the service comes to, whatever the records and the policy. */
class BulkRunPropertyTests {

    private static final Histories EXACT = Histories.upTo(40);
    private static final Histories MATCHED = Histories.upTo(40).withMatching();

    @Test
    void theGeneratorExercisesEveryConstraintOnBothWays() {
        Map<String, Integer> seen = new TreeMap<>();
        for (Histories histories : List.of(EXACT, MATCHED)) {
            Property.check("coverage of runs", 600, histories, history -> {
                Picture picture = BulkUnderTest.of(history, said(history));
                picture.report.held().forEach((constraint, count) -> seen.merge("held " + constraint, 1, Integer::sum));
                picture.report.suppressed().forEach((reason, count) -> seen.merge(reason, 1, Integer::sum));
                picture.customers.values().forEach(each -> seen.merge("bond " + each.bond(), 1, Integer::sum));
                seen.merge("replaced", picture.report.replaced() > 0 ? 1 : 0, Integer::sum);
                seen.merge("stale", picture.report.stale() > 0 ? 1 : 0, Integer::sum);
            });
        }
        System.out.println("runs by what occurs: " + seen);
        assertThat(seen)
                .containsKeys(
                        "held LIMIT",
                        "held CONFLICT",
                        "held CHAIN",
                        "held WEAK",
                        "held CONTESTED",
                        "held OVERSIZED",
                        "DENIED",
                        "SHARED",
                        "NAMES",
                        "bond STRONG",
                        "bond WEAK",
                        "bond MATCHED");
        assertThat(seen.values()).allMatch(count -> count >= 5);
    }

    @Test
    void itComesToWhatTheServiceComesToInOneBatch() {
        for (Histories histories : List.of(EXACT, MATCHED)) {
            Property.check("run and service", 1_200, histories, history -> {
                List<SourceRecord> said = said(history);
                Picture run = BulkUnderTest.of(history, said);
                assertSame(service(history, said), run);
                assertThat(run.members.keySet()).isEqualTo(idsOfFirstRecords(run, said));
            });
        }
    }

    @Test
    void neitherThreadsNorHashesNorHowManyAreComparedAtOnceShow() {
        Property.check("ways of running", 300, MATCHED, history -> {
            List<SourceRecord> said = said(history);
            List<String> rows = BulkUnderTest.of(history, said).rows;
            TextHash weak = (bytes, from, to) -> (to - from) % 3;
            assertThat(BulkUnderTest.of(history, said, 4, BulkUnderTest.HASH, 0).rows)
                    .isEqualTo(rows);
            assertThat(BulkUnderTest.of(history, said, 2, weak, 4).rows).isEqualTo(rows);
        });
    }

    @Test
    void theOrderOfTheRecordsShowsInIdsAlone() {
        Property.check("order of a file", 500, Histories.upTo(40).withMatching().withoutDeletions(), history -> {
            Chance chance = new Chance(history.hashCode());
            List<SourceRecord> said = said(history);
            Picture picture = BulkUnderTest.of(history, said);
            Picture other = BulkUnderTest.of(history, chance.shuffled(said));
            assertThat(Map.copyOf(byMembers(other))).isEqualTo(byMembers(picture));
            assertThat(other.held).isEqualTo(picture.held);
            assertThat(other.suppressed).isEqualTo(picture.suppressed);
        });
    }

    private static Map<Object, Object> byMembers(Picture picture) {
        Map<Object, Object> byMembers = new LinkedHashMap<>();
        picture.members.forEach((id, members) -> byMembers.put(members, picture.customers.get(id)));
        return byMembers;
    }

    private static void assertSame(GraphSnapshot service, Picture run) {
        assertThat(run.held).isEqualTo(GraphPicture.of(service).held());
        assertThat(run.members).isEqualTo(service.members());
        Map<Object, Object> customers = new LinkedHashMap<>();
        service.members()
                .forEach((id, members) ->
                        customers.put(members, said(service.customers().get(id))));
        assertThat(byMembers(run)).isEqualTo(customers);
        Map<String, String> suppressed = new TreeMap<>();
        service.identifiers().values().forEach(node -> {
            String reason = node.state().suppressed();
            if (reason != null && !reason.equals(Sharing.NONE)) {
                suppressed.put(
                        node.state().identifier().key(),
                        reason + " " + node.state().records());
            }
        });
        assertThat(run.suppressed).isEqualTo(suppressed);
    }

    private static Set<String> idsOfFirstRecords(Picture run, List<SourceRecord> said) {
        Map<String, Set<String>> membersOf = new TreeMap<>();
        run.members.values().forEach(members -> members.forEach(member -> membersOf.put(member, members)));
        Map<Set<String>, String> ids = new LinkedHashMap<>();
        for (SourceRecord record : said) {
            ids.putIfAbsent(membersOf.get("record:" + record.key()), CustomerIds.mint(record.key(), 0));
        }
        return new TreeSet<>(ids.values());
    }

    private static Picture.Said said(GraphSnapshot.CustomerNode node) {
        return new Picture.Said(
                node.state().records(),
                node.state().identifiers(),
                node.state().bond(),
                node.state().profile());
    }

    /** All that was ever said, in order. */
    private static List<SourceRecord> said(History history) {
        List<SourceRecord> said = new ArrayList<>();
        history.batches()
                .forEach(batch -> batch.forEach(change -> {
                    if (change instanceof Change.Upsert upsert) {
                        said.add(upsert.record());
                    }
                }));
        return said;
    }

    /** The newest of each record in one batch, in the order in which they first came. */
    private static GraphSnapshot service(History history, List<SourceRecord> said) throws IOException {
        Map<RecordKey, SourceRecord> newest = new LinkedHashMap<>();
        said.forEach(record -> newest.merge(
                record.key(), record, (old, now) -> now.observedAt().isBefore(old.observedAt()) ? old : now));
        List<Change> batch = new ArrayList<>();
        newest.values().forEach(record -> batch.add(new Change.Upsert(record, "{}", "request")));
        MemoryGraph graph = new MemoryGraph(history.policy());
        Clock clock = Clock.fixed(BulkUnderTest.ARRIVAL, ZoneOffset.UTC);
        new ResolutionEngine(graph, history.policy(), history.matcher(), clock).apply(batch);
        return graph.snapshot();
    }
}
