package io.goldenrod.boot;

import io.goldenrod.api.ApiSettings;
import io.goldenrod.console.intake.UploadSettings;
import io.goldenrod.explain.Ends;
import io.goldenrod.explain.Explainer;
import io.goldenrod.graph.CustomerReads;
import io.goldenrod.graph.ExplainReads;
import io.goldenrod.graph.IdentifierLookup;
import io.goldenrod.graph.MatchReads;
import io.goldenrod.graph.Quarantine;
import io.goldenrod.graph.ResolutionStore;
import io.goldenrod.graph.ReviewStore;
import io.goldenrod.graph.SourceReads;
import io.goldenrod.ingest.RecordIntake;
import io.goldenrod.ingest.RecordJson;
import io.goldenrod.ingest.RecordStream;
import io.goldenrod.normalize.RecordLimits;
import io.goldenrod.quality.SourceQuality;
import io.goldenrod.resolution.CustomerFinder;
import io.goldenrod.resolution.IdentifierResolver;
import io.goldenrod.resolution.PolicyInUse;
import io.goldenrod.resolution.RecordSearch;
import io.goldenrod.resolution.ResolutionEngine;
import io.goldenrod.revision.PolicyChanges;
import io.goldenrod.steward.Pins;
import io.goldenrod.steward.ReviewDecisions;
import io.goldenrod.steward.ReviewQueue;
import io.goldenrod.steward.Stewardship;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the HTTP edges call, beside what answers questions about the graph and what takes records in. */
@Configuration(proxyBeanMethods = false)
class ApiBeans {

    @Bean
    ApiSettings apiSettings(GoldenrodSettings settings) {
        return settings.apiSettings();
    }

    @Bean
    SourceQuality sourceQuality(SourceReads sources, RecordJson json, PolicyInUse inUse, Clock clock) {
        return new SourceQuality(sources, json, inUse, clock);
    }

    @Bean
    UploadSettings uploadSettings(GoldenrodSettings settings) {
        return new UploadSettings(settings.limits().uploadBytesMax().toBytes());
    }

    @Bean
    IdentifierResolver identifierResolver(IdentifierLookup lookup, GoldenrodSettings settings) {
        return new IdentifierResolver(lookup, settings.resolverSettings());
    }

    @Bean
    CustomerFinder customerFinder(
            IdentifierLookup lookup, CustomerReads customers, RecordSearch search, PolicyInUse inUse, Clock clock) {
        return new CustomerFinder(lookup, customers, search, inUse, clock);
    }

    @Bean
    RecordSearch recordSearch(MatchReads matches, PolicyInUse inUse, Clock clock) {
        return new RecordSearch(matches, inUse, clock);
    }

    /** Commands that work on the store itself do what they do and leave the rest to a service. */
    @Bean
    ApplicationListener<ApplicationReadyEvent> policyFollowing(PolicyChanges changes) {
        return ready -> changes.start();
    }

    @Bean
    Stewardship stewardship(ResolutionEngine engine, ExplainReads graph, PolicyInUse inUse) {
        return new Stewardship(engine, new Ends(graph, inUse));
    }

    @Bean
    Explainer explainer(ExplainReads graph, MatchReads matches, PolicyInUse inUse) {
        return new Explainer(graph, matches, inUse);
    }

    @Bean
    Pins pins(ResolutionStore store, Clock clock) {
        return new Pins(store, clock);
    }

    @Bean
    ReviewQueue reviewQueue(ReviewStore reviews, Clock clock) {
        return new ReviewQueue(reviews, clock);
    }

    @Bean
    ReviewDecisions reviewDecisions(ReviewQueue queue, ReviewStore reviews, ResolutionEngine engine, Clock clock) {
        return new ReviewDecisions(queue, reviews, engine, clock);
    }

    @Bean
    RecordJson recordJson(RecordLimits limits) {
        return new RecordJson(limits);
    }

    /** Twice as many threads as streams: one that just ended may not have given its thread back yet. */
    @Bean(destroyMethod = "shutdownNow")
    ExecutorService recordReaders(ApiSettings settings) {
        var counter = new AtomicInteger();
        return new ThreadPoolExecutor(
                0, 2 * settings.streamsMax(), 30, TimeUnit.SECONDS, new SynchronousQueue<>(), task -> {
                    Thread thread = new Thread(task, "record-reader-" + counter.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
    }

    @Bean
    RecordStream recordStream(
            RecordIntake intake,
            Quarantine quarantine,
            @Qualifier("recordReaders") ExecutorService recordReaders,
            Clock clock) {
        return new RecordStream(intake, quarantine, recordReaders, clock);
    }
}
