package io.goldenrod.api;

import io.goldenrod.explain.Ends;
import io.goldenrod.explain.Explainer;
import io.goldenrod.graph.AssertionReads;
import io.goldenrod.graph.CustomerReads;
import io.goldenrod.graph.DecisionLog;
import io.goldenrod.graph.HistoryReads;
import io.goldenrod.graph.IdentifierLookup;
import io.goldenrod.graph.MatchReads;
import io.goldenrod.graph.PolicyStore;
import io.goldenrod.graph.Quarantine;
import io.goldenrod.graph.RecordReads;
import io.goldenrod.graph.StatisticsReads;
import io.goldenrod.ingest.BatchingIntake;
import io.goldenrod.ingest.IntakeSettings;
import io.goldenrod.ingest.ModelFile;
import io.goldenrod.ingest.PolicyFile;
import io.goldenrod.ingest.RecordIntake;
import io.goldenrod.ingest.RecordJson;
import io.goldenrod.ingest.RecordStream;
import io.goldenrod.match.Matcher;
import io.goldenrod.neo4j.Database;
import io.goldenrod.neo4j.StoredAssertionReads;
import io.goldenrod.neo4j.StoredCustomerReads;
import io.goldenrod.neo4j.StoredDecisionLog;
import io.goldenrod.neo4j.StoredExplainReads;
import io.goldenrod.neo4j.StoredHistoryReads;
import io.goldenrod.neo4j.StoredIdentifierLookup;
import io.goldenrod.neo4j.StoredMatchReads;
import io.goldenrod.neo4j.StoredPolicies;
import io.goldenrod.neo4j.StoredQuarantine;
import io.goldenrod.neo4j.StoredRecordReads;
import io.goldenrod.neo4j.StoredRecordScan;
import io.goldenrod.neo4j.StoredResolution;
import io.goldenrod.neo4j.StoredReviews;
import io.goldenrod.neo4j.StoredStatistics;
import io.goldenrod.normalize.RecordLimits;
import io.goldenrod.policy.Policy;
import io.goldenrod.quality.ModelChoice;
import io.goldenrod.resolution.CustomerFinder;
import io.goldenrod.resolution.IdentifierResolver;
import io.goldenrod.resolution.MergeTrees;
import io.goldenrod.resolution.PolicyInUse;
import io.goldenrod.resolution.RecordSearch;
import io.goldenrod.resolution.ResolutionEngine;
import io.goldenrod.resolution.ResolverSettings;
import io.goldenrod.revision.PolicyChanges;
import io.goldenrod.revision.Simulations;
import io.goldenrod.steward.Pins;
import io.goldenrod.steward.ReviewDecisions;
import io.goldenrod.steward.ReviewQueue;
import io.goldenrod.steward.Stewardship;
import io.goldenrod.testkit.Neo4jUnderTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.GenericApplicationContext;
import tools.jackson.databind.JsonNode;

/** The HTTP edge on a real web server, a real engine and a real Neo4j. */
final class ServiceUnderTest implements AutoCloseable {

    static final ApiSettings SETTINGS = new ApiSettings(1 << 20, 8 << 20, 5_000, 2_000, 4);
    static final int QUARANTINE_MAX = 50;

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @ComponentScan(basePackageClasses = WebApi.class)
    static class Edge {}

    final FaultyIntake intake;
    private final BatchingIntake batching;
    private final ConfigurableApplicationContext context;
    private final HttpClient client = HttpClient.newHttpClient();
    final ExecutorService readers = Executors.newCachedThreadPool();

    private static final Map<Neo4jUnderTest, ServiceUnderTest> STARTED = new IdentityHashMap<>();

    /** A service for all tests on the database, started by the first. */
    static synchronized ServiceUnderTest on(Neo4jUnderTest neo4j) {
        ServiceUnderTest service = STARTED.computeIfAbsent(neo4j, each -> new ServiceUnderTest(each.database()));
        service.intake.reset();
        return service;
    }

    ServiceUnderTest(Database database) {
        Policy policy = PolicyFile.shipped();
        RecordLimits limits = RecordLimits.DEFAULT;
        Matcher matcher = ModelChoice.of(policy, new ModelFile(Path.of("")));
        var store = new StoredResolution(database, policy, Clock.systemUTC());
        var engine = new ResolutionEngine(store, policy, matcher, Clock.systemUTC());
        var inUse = PolicyInUse.of(policy, matcher, limits);
        batching = new BatchingIntake(inUse, () -> {}, engine, IntakeSettings.DEFAULT, Clock.systemUTC());
        intake = new FaultyIntake(batching);
        var policies = new StoredPolicies(database);
        var changes = new PolicyChanges(policies, inUse, engine, limits, Clock.systemUTC(), "test");
        var lookup = new StoredIdentifierLookup(database);
        var customers = new StoredCustomerReads(database);
        var quarantine = new StoredQuarantine(database, QUARANTINE_MAX);
        var matches = new StoredMatchReads(database, policy);
        var search = new RecordSearch(matches, inUse, Clock.systemUTC());
        context = new SpringApplicationBuilder(Edge.class)
                .initializers(made -> {
                    var beans = (GenericApplicationContext) made;
                    beans.registerBean(RecordIntake.class, () -> intake);
                    beans.registerBean(PolicyInUse.class, () -> inUse);
                    beans.registerBean(PolicyStore.class, () -> policies);
                    beans.registerBean(PolicyChanges.class, () -> changes);
                    beans.registerBean(
                            Simulations.class,
                            () -> new Simulations(
                                    new StoredRecordScan(database, inUse::policy),
                                    new StoredAssertionReads(database),
                                    inUse,
                                    changes));
                    beans.registerBean(RecordLimits.class, () -> limits);
                    beans.registerBean(ApiSettings.class, () -> SETTINGS);
                    beans.registerBean(IdentifierLookup.class, () -> lookup);
                    beans.registerBean(CustomerReads.class, () -> customers);
                    beans.registerBean(DecisionLog.class, () -> new StoredDecisionLog(database));
                    beans.registerBean(HistoryReads.class, () -> new StoredHistoryReads(database, () -> policy));
                    var reviews = new StoredReviews(database);
                    var queue = new ReviewQueue(reviews, Clock.systemUTC());
                    beans.registerBean(ReviewQueue.class, () -> queue);
                    beans.registerBean(
                            ReviewDecisions.class,
                            () -> new ReviewDecisions(queue, reviews, engine, Clock.systemUTC()));
                    beans.registerBean(AssertionReads.class, () -> new StoredAssertionReads(database));
                    beans.registerBean(
                            Stewardship.class,
                            () -> new Stewardship(
                                    engine, new Ends(new StoredExplainReads(database, inUse::policy), inUse)));
                    beans.registerBean(Pins.class, () -> new Pins(store, Clock.systemUTC()));
                    beans.registerBean(MatchReads.class, () -> matches);
                    beans.registerBean(RecordSearch.class, () -> search);
                    beans.registerBean(MergeTrees.class, () -> new MergeTrees(store, inUse));
                    beans.registerBean(
                            Explainer.class,
                            () -> new Explainer(new StoredExplainReads(database, inUse::policy), matches, inUse));
                    beans.registerBean(RecordReads.class, () -> new StoredRecordReads(database));
                    beans.registerBean(StatisticsReads.class, () -> new StoredStatistics(database, Clock.systemUTC()));
                    beans.registerBean(Quarantine.class, () -> quarantine);
                    beans.registerBean(
                            IdentifierResolver.class, () -> new IdentifierResolver(lookup, ResolverSettings.DEFAULT));
                    beans.registerBean(
                            CustomerFinder.class,
                            () -> new CustomerFinder(lookup, customers, search, inUse, Clock.systemUTC()));
                    beans.registerBean(RecordJson.class, () -> new RecordJson(limits));
                    beans.registerBean(
                            RecordStream.class, () -> new RecordStream(intake, quarantine, readers, Clock.systemUTC()));
                })
                .run(
                        "--server.port=0",
                        "--logging.level.root=error",
                        "--management.endpoint.health.group.readiness.include=readinessState");
    }

    int port() {
        return ((WebServerApplicationContext) context).getWebServer().getPort();
    }

    /** An answer with its body as text. */
    record Answer(HttpResponse<String> response) {
        int status() {
            return response.statusCode();
        }

        String type() {
            return response.headers().firstValue("content-type").orElse("");
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse(null);
        }

        String text() {
            return response.body();
        }

        JsonNode json() {
            return Json.MAPPER.readTree(response.body());
        }
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path));
    }

    Answer send(HttpRequest.Builder request) {
        try {
            return new Answer(client.send(request.build(), BodyHandlers.ofString()));
        } catch (Exception e) {
            throw new IllegalStateException("no answer", e);
        }
    }

    Answer get(String path) {
        return send(request(path));
    }

    Answer delete(String path) {
        return send(request(path).DELETE());
    }

    Answer post(String path, String type, String body) {
        return send(request(path).header("Content-Type", type).POST(BodyPublishers.ofString(body)));
    }

    Answer put(String path, String json) {
        return send(request(path).header("Content-Type", Json.MEDIA_TYPE).PUT(BodyPublishers.ofString(json)));
    }

    Answer post(String path, String json) {
        return post(path, Json.MEDIA_TYPE, json);
    }

    @Override
    public void close() {
        context.close();
        batching.close();
        readers.shutdownNow();
    }
}
