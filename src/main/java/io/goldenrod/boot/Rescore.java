package io.goldenrod.boot;

import io.goldenrod.cli.IllegalUse;
import io.goldenrod.cli.Rescored;
import io.goldenrod.graph.GraphScan;
import io.goldenrod.graph.GraphScan.Part;
import io.goldenrod.graph.GraphScan.RecordRow;
import io.goldenrod.identity.SourceRecord;
import io.goldenrod.ingest.PolicyFile;
import io.goldenrod.ingest.YamlDocument;
import io.goldenrod.neo4j.Database;
import io.goldenrod.neo4j.StoredPolicy;
import io.goldenrod.neo4j.StoredPolicy.InForce;
import io.goldenrod.neo4j.StoredResolution;
import io.goldenrod.neo4j.StoredScan;
import io.goldenrod.policy.Policy;
import io.goldenrod.quality.RescoreDifference;
import io.goldenrod.resolution.ResolutionEngine;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Brings a store up to a policy that matches otherwise, while no service runs on it. */
final class Rescore {

    /** Records brought up in one transaction. */
    private static final int BATCH_RECORDS = 500;

    private static final String REQUEST = "rescore";

    private final Database database;
    private final PolicyInForce other;
    private final Clock clock;

    Rescore(Database database, PolicyInForce other, Clock clock) {
        this.database = database;
        this.other = other;
        this.clock = clock;
    }

    @Configuration(proxyBeanMethods = false)
    @Import(ConfigurationPropertiesAutoConfiguration.class)
    static class Parts {}

    /** @throws RuntimeException when the store cannot be opened; see {@link StartFailure} */
    static Rescored run(String[] settings, Path policy, boolean apply, LongConsumer progress) {
        PolicyInForce other = PolicyInForce.read(policy.toString());
        try (DatabaseStart start = DatabaseStart.withoutService();
                ConfigurableApplicationContext context = new SpringApplicationBuilder(Parts.class)
                        .web(WebApplicationType.NONE)
                        .bannerMode(Banner.Mode.OFF)
                        .logStartupInfo(false)
                        .initializers(start)
                        .run(settings)) {
            return new Rescore(context.getBean(Database.class), other, Clock.systemUTC()).run(apply, progress);
        }
    }

    Rescored run(boolean apply, LongConsumer progress) {
        Policy policy = other.policy();
        InForce before = StoredPolicy.read(database)
                .orElseThrow(
                        () -> new IllegalUse("the graph is empty: start the service with the policy, and that is all"));
        requireOnlyMatchingToDiffer(before, policy);
        GraphScan graph = new StoredScan(database, policy);
        RescoreDifference difference = RescoreDifference.of(graph, policy, other.matcher());
        boolean due = !before.hash().equals(policy.hash()) || before.rescoring() != null;
        if (apply && due) {
            apply(graph, policy, progress);
        }
        return new Rescored(
                difference.records(),
                difference.added(),
                difference.removed(),
                difference.reweighted(),
                difference.customers(),
                difference.customersAfter(),
                difference.merging(),
                difference.splitting(),
                difference.examples(),
                due);
    }

    private static void requireOnlyMatchingToDiffer(InForce before, Policy policy) {
        if (!withoutMatching(before.document()).equals(withoutMatching(PolicyFile.effective(policy)))) {
            throw new IllegalUse("the policy differs from the one in force (" + before.name()
                    + ", its document is on the graph's Policy node) in more than matching; only matching can be"
                    + " changed on records that are there");
        }
    }

    /** Its name says nothing of how records are resolved. */
    private static String withoutMatching(String document) {
        Map<String, Object> values = new TreeMap<>(
                YamlDocument.parse(document, "the policy in force").values());
        values.remove("matching");
        values.remove("name");
        return YamlDocument.write(values);
    }

    private void apply(GraphScan graph, Policy policy, LongConsumer progress) {
        var engine =
                new ResolutionEngine(new StoredResolution(database, policy, clock), policy, other.matcher(), clock);
        String after = StoredPolicy.beginRescoring(database, policy, PolicyFile.effective(policy), clock.instant());
        long done = 0;
        while (after != null) {
            Part<RecordRow> part = graph.records(after);
            List<SourceRecord> records =
                    part.rows().stream().map(RecordRow::record).toList();
            for (int from = 0; from < records.size(); from += BATCH_RECORDS) {
                List<SourceRecord> some = records.subList(from, Math.min(records.size(), from + BATCH_RECORDS));
                engine.rescore(some, REQUEST);
                StoredPolicy.noteRescored(
                        database, policy, some.get(some.size() - 1).key().toString());
                done += some.size();
                progress.accept(done);
            }
            after = part.last();
        }
        StoredPolicy.finishRescoring(database, policy);
    }
}
