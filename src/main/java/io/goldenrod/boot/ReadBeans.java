package io.goldenrod.boot;

import io.goldenrod.graph.AssertionReads;
import io.goldenrod.graph.CustomerReads;
import io.goldenrod.graph.DecisionLog;
import io.goldenrod.graph.ExplainReads;
import io.goldenrod.graph.HistoryReads;
import io.goldenrod.graph.MatchReads;
import io.goldenrod.graph.Neighbours;
import io.goldenrod.graph.Quarantine;
import io.goldenrod.graph.RecordReads;
import io.goldenrod.graph.ReviewStore;
import io.goldenrod.graph.SourceReads;
import io.goldenrod.graph.StatisticsReads;
import io.goldenrod.neo4j.Database;
import io.goldenrod.neo4j.StoredAssertionReads;
import io.goldenrod.neo4j.StoredCustomerReads;
import io.goldenrod.neo4j.StoredDecisionLog;
import io.goldenrod.neo4j.StoredExplainReads;
import io.goldenrod.neo4j.StoredHistoryReads;
import io.goldenrod.neo4j.StoredMatchReads;
import io.goldenrod.neo4j.StoredNeighbours;
import io.goldenrod.neo4j.StoredQuarantine;
import io.goldenrod.neo4j.StoredRecordReads;
import io.goldenrod.neo4j.StoredReviews;
import io.goldenrod.neo4j.StoredSourceReads;
import io.goldenrod.neo4j.StoredStatistics;
import io.goldenrod.resolution.PolicyInUse;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What answers questions about the graph. */
@Configuration(proxyBeanMethods = false)
class ReadBeans {

    @Bean
    CustomerReads customerReads(Database database) {
        return new StoredCustomerReads(database);
    }

    @Bean
    DecisionLog decisionLog(Database database) {
        return new StoredDecisionLog(database);
    }

    @Bean
    HistoryReads historyReads(Database database, PolicyInUse inUse) {
        return new StoredHistoryReads(database, inUse::policy);
    }

    @Bean
    Neighbours neighbours(Database database) {
        return new StoredNeighbours(database);
    }

    @Bean
    MatchReads matchReads(Database database, PolicyInUse inUse) {
        return new StoredMatchReads(database, inUse::policy);
    }

    @Bean
    ExplainReads explainReads(Database database, PolicyInUse inUse) {
        return new StoredExplainReads(database, inUse::policy);
    }

    @Bean
    AssertionReads assertionReads(Database database) {
        return new StoredAssertionReads(database);
    }

    @Bean
    ReviewStore reviewStore(Database database) {
        return new StoredReviews(database);
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
    SourceReads sourceReads(Database database) {
        return new StoredSourceReads(database);
    }

    @Bean
    Quarantine quarantine(Database database, GoldenrodSettings settings) {
        return new StoredQuarantine(database, settings.limits().quarantineMax());
    }
}
