package io.goldenrod.boot;

import io.goldenrod.graph.ResolutionStore;
import io.goldenrod.ingest.BatchingIntake;
import io.goldenrod.ingest.PolicyFile;
import io.goldenrod.ingest.RecordIntake;
import io.goldenrod.neo4j.Database;
import io.goldenrod.neo4j.StoredPolicy;
import io.goldenrod.neo4j.StoredResolution;
import io.goldenrod.normalize.RecordLimits;
import io.goldenrod.normalize.RecordNormalizer;
import io.goldenrod.policy.Policy;
import io.goldenrod.resolution.MergeTrees;
import io.goldenrod.resolution.ResolutionEngine;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The rules, and what resolves records by them. */
@Configuration(proxyBeanMethods = false)
class ResolutionBeans {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    PolicyInForce policyInForce(GoldenrodSettings settings) {
        return PolicyInForce.read(settings.policy().file());
    }

    @Bean
    Policy policy(PolicyInForce inForce, Database database, Clock clock) {
        Policy policy = inForce.policy();
        StoredPolicy.adopt(database, policy, PolicyFile.effective(policy), clock.instant());
        return policy;
    }

    @Bean
    RecordLimits recordLimits(GoldenrodSettings settings) {
        return settings.recordLimits();
    }

    @Bean
    RecordNormalizer recordNormalizer(Policy policy, RecordLimits limits) {
        return new RecordNormalizer(policy, limits);
    }

    @Bean
    ResolutionStore resolutionStore(Database database, Policy policy, Clock clock) {
        return new StoredResolution(database, policy, clock);
    }

    @Bean
    ResolutionEngine resolutionEngine(ResolutionStore store, Policy policy, PolicyInForce inForce, Clock clock) {
        return new ResolutionEngine(store, policy, inForce.matcher(), clock);
    }

    @Bean
    MergeTrees mergeTrees(ResolutionStore store, Policy policy, PolicyInForce inForce) {
        return new MergeTrees(store, policy, inForce.matcher());
    }

    @Bean
    RecordIntake recordIntake(
            RecordNormalizer normalizer, ResolutionEngine engine, GoldenrodSettings settings, Clock clock) {
        return new BatchingIntake(normalizer, engine, settings.intakeSettings(), clock);
    }
}
