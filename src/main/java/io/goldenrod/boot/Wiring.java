package io.goldenrod.boot;

import io.goldenrod.api.ApiSettings;
import io.goldenrod.graph.CustomerReads;
import io.goldenrod.graph.IdentifierLookup;
import io.goldenrod.graph.Quarantine;
import io.goldenrod.graph.RecordReads;
import io.goldenrod.graph.ResolutionStore;
import io.goldenrod.graph.StatisticsReads;
import io.goldenrod.identity.RawRecord;
import io.goldenrod.ingest.BatchingIntake;
import io.goldenrod.ingest.PolicyFile;
import io.goldenrod.ingest.RecordIntake;
import io.goldenrod.ingest.RecordJson;
import io.goldenrod.ingest.RecordStream;
import io.goldenrod.neo4j.Database;
import io.goldenrod.neo4j.StoredCustomerReads;
import io.goldenrod.neo4j.StoredIdentifierLookup;
import io.goldenrod.neo4j.StoredPolicy;
import io.goldenrod.neo4j.StoredQuarantine;
import io.goldenrod.neo4j.StoredRecordReads;
import io.goldenrod.neo4j.StoredResolution;
import io.goldenrod.neo4j.StoredStatistics;
import io.goldenrod.normalize.NormalizedRecord;
import io.goldenrod.normalize.RecordLimits;
import io.goldenrod.normalize.RecordNormalizer;
import io.goldenrod.policy.Policy;
import io.goldenrod.resolution.AttributeNormalizer;
import io.goldenrod.resolution.CustomerFinder;
import io.goldenrod.resolution.IdentifierNormalizer;
import io.goldenrod.resolution.IdentifierResolver;
import io.goldenrod.resolution.ResolutionEngine;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Which part stands behind which port. */
@Configuration(proxyBeanMethods = false)
class Wiring {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    Policy policy(GoldenrodSettings settings, Database database, Clock clock) {
        String file = settings.policy().file();
        Policy policy = file.isEmpty() ? PolicyFile.shipped() : PolicyFile.load(Path.of(file));
        StoredPolicy.adopt(database, policy, PolicyFile.effective(policy), clock.instant());
        return policy;
    }

    @Bean
    RecordLimits recordLimits(GoldenrodSettings settings) {
        return settings.recordLimits();
    }

    @Bean
    ApiSettings apiSettings(GoldenrodSettings settings) {
        return settings.apiSettings();
    }

    @Bean
    RecordNormalizer recordNormalizer(Policy policy, RecordLimits limits) {
        return new RecordNormalizer(policy, limits);
    }

    @Bean
    IdentifierNormalizer identifierNormalizer(RecordNormalizer normalizer) {
        return normalizer::identifier;
    }

    @Bean
    AttributeNormalizer attributeNormalizer(RecordNormalizer normalizer, Clock clock) {
        return (attributes, source) -> {
            // a question's attributes are read as a record's would be, whose name does not matter
            var record = new RawRecord(
                    source == null ? "question" : source, "question", null, List.of(), attributes, Map.of());
            return normalizer.normalize(record, clock.instant()) instanceof NormalizedRecord.Accepted accepted
                    ? accepted.record().attributes()
                    : Map.of();
        };
    }

    @Bean
    ResolutionStore resolutionStore(Database database, Policy policy, Clock clock) {
        return new StoredResolution(database, policy, clock);
    }

    @Bean
    ResolutionEngine resolutionEngine(ResolutionStore store, Policy policy, Clock clock) {
        return new ResolutionEngine(store, policy, clock);
    }

    @Bean
    RecordIntake recordIntake(
            RecordNormalizer normalizer, ResolutionEngine engine, GoldenrodSettings settings, Clock clock) {
        return new BatchingIntake(normalizer, engine, settings.intakeSettings(), clock);
    }

    @Bean
    RecordJson recordJson(RecordLimits limits) {
        return new RecordJson(limits);
    }

    @Bean
    ExecutorService streamReaders() {
        return Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "stream-reader");
            thread.setDaemon(true);
            return thread;
        });
    }

    @Bean
    RecordStream recordStream(RecordIntake intake, Quarantine quarantine, ExecutorService streamReaders, Clock clock) {
        return new RecordStream(intake, quarantine, streamReaders, clock);
    }

    @Bean
    IdentifierLookup identifierLookup(Database database) {
        return new StoredIdentifierLookup(database);
    }

    @Bean
    IdentifierResolver identifierResolver(IdentifierLookup lookup, GoldenrodSettings settings) {
        return new IdentifierResolver(lookup, settings.resolverSettings());
    }

    @Bean
    CustomerFinder customerFinder(
            IdentifierLookup lookup,
            CustomerReads customers,
            IdentifierNormalizer identifiers,
            AttributeNormalizer attributes,
            Policy policy) {
        return new CustomerFinder(lookup, customers, identifiers, attributes, policy);
    }

    @Bean
    CustomerReads customerReads(Database database) {
        return new StoredCustomerReads(database);
    }

    @Bean
    RecordReads recordReads(Database database) {
        return new StoredRecordReads(database);
    }

    @Bean
    StatisticsReads statisticsReads(Database database, Clock clock) {
        return new StoredStatistics(database, clock);
    }

    @Bean
    Quarantine quarantine(Database database, GoldenrodSettings settings) {
        return new StoredQuarantine(database, settings.limits().quarantineMax());
    }
}
