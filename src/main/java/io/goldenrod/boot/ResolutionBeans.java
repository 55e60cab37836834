package io.goldenrod.boot;

import io.goldenrod.graph.PolicyStore;
import io.goldenrod.graph.ResolutionStore;
import io.goldenrod.ingest.BatchingIntake;
import io.goldenrod.ingest.RecordIntake;
import io.goldenrod.neo4j.Database;
import io.goldenrod.neo4j.StoredAssertionReads;
import io.goldenrod.neo4j.StoredPolicies;
import io.goldenrod.neo4j.StoredRecordScan;
import io.goldenrod.neo4j.StoredResolution;
import io.goldenrod.normalize.RecordLimits;
import io.goldenrod.resolution.MergeTrees;
import io.goldenrod.resolution.PolicyInUse;
import io.goldenrod.resolution.ResolutionEngine;
import io.goldenrod.revision.PolicyChanges;
import io.goldenrod.revision.Simulations;
import java.time.Clock;
import java.util.UUID;
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
    PolicyStore policyStore(Database database) {
        return new StoredPolicies(database);
    }

    @Bean
    RecordLimits recordLimits(GoldenrodSettings settings) {
        return settings.recordLimits();
    }

    @Bean
    PolicyInUse policyInUse(PolicyStore store, GoldenrodSettings settings, RecordLimits limits, Clock clock) {
        return new PolicyInUse(new PolicyStart(store, settings.policy().file()).find(limits, clock.instant()));
    }

    @Bean
    ResolutionStore resolutionStore(Database database, PolicyInUse inUse, Clock clock) {
        return new FollowingStore(new StoredResolution(database, inUse.policy(), clock), inUse);
    }

    @Bean
    ResolutionEngine resolutionEngine(ResolutionStore store, PolicyInUse inUse, Clock clock) {
        PolicyInUse.Parts parts = inUse.parts();
        // the rules and the store of one transaction must never be of two policies
        ResolutionStore own = store.under(parts.policy(), true);
        var engine = new ResolutionEngine(own, parts.policy(), parts.matcher(), clock);
        if (!parts.settled()) {
            engine.follow(parts.policy(), parts.matcher(), false);
        }
        return engine;
    }

    @Bean
    PolicyChanges policyChanges(
            PolicyStore store, PolicyInUse inUse, ResolutionEngine engine, RecordLimits limits, Clock clock) {
        return new PolicyChanges(
                store, inUse, engine, limits, clock, UUID.randomUUID().toString());
    }

    @Bean
    Simulations simulations(Database database, PolicyInUse inUse, PolicyChanges changes) {
        return new Simulations(
                new StoredRecordScan(database, inUse::policy), new StoredAssertionReads(database), inUse, changes);
    }

    @Bean
    MergeTrees mergeTrees(ResolutionStore store, PolicyInUse inUse) {
        return new MergeTrees(store, inUse);
    }

    @Bean
    RecordIntake recordIntake(
            PolicyInUse inUse,
            PolicyChanges changes,
            ResolutionEngine engine,
            GoldenrodSettings settings,
            Clock clock) {
        return new BatchingIntake(inUse, changes::refresh, engine, settings.intakeSettings(), clock);
    }
}
