package io.goldenrod.boot;

import io.goldenrod.graph.GraphUnavailableException;
import io.goldenrod.neo4j.Database;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Ready means that the database answers a real question in time; a process that merely lives does not. */
@Component("databaseHealthIndicator")
final class DatabaseHealth implements HealthIndicator {

    private final Database database;
    private final GoldenrodSettings settings;

    DatabaseHealth(Database database, GoldenrodSettings settings) {
        this.database = database;
        this.settings = settings;
    }

    @Override
    public Health health() {
        try {
            database.ping(settings.neo4j().readinessDeadline());
            return Health.up().build();
        } catch (GraphUnavailableException e) {
            return Health.down().withDetail("reason", e.getMessage()).build();
        }
    }
}
