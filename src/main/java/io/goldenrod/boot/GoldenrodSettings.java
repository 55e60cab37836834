package io.goldenrod.boot;

import io.goldenrod.embedded.EmbeddedSettings;
import io.goldenrod.neo4j.DatabaseSettings;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Everything that can be set, checked when it is read. {@code application.yml} lists the same with an environment variable
 * for each.
 *
 * @param dataDir where the embedded database keeps its data; of no use with a server
 */
@ConfigurationProperties("goldenrod")
public record GoldenrodSettings(
        @DefaultValue("./data") String dataDir,
        @DefaultValue Neo4j neo4j,
        @DefaultValue Embedded embedded,
        @DefaultValue Limits limits,
        @DefaultValue Resolve resolve) {

    public GoldenrodSettings {
        require(!dataDir.isBlank(), "data-dir is not empty");
    }

    /**
     * The graph database.
     *
     * @param uri the server's address; empty for the embedded one
     * @param callDeadline within which a transaction, its repetitions included, has ended or failed
     * @param acquisitionTimeout how long to wait for a connection
     * @param connectionsMax connections kept at most
     * @param attemptsMax how often a transaction is tried while its failure is transient
     * @param readinessDeadline within which the database answers, or this service is not ready
     */
    public record Neo4j(
            @DefaultValue("") String uri,
            @DefaultValue("") String username,
            @DefaultValue("") String password,
            @DefaultValue("neo4j") String database,
            @DefaultValue("30s") Duration callDeadline,
            @DefaultValue("10s") Duration acquisitionTimeout,
            @DefaultValue("50") int connectionsMax,
            @DefaultValue("10") int attemptsMax,
            @DefaultValue("2s") Duration readinessDeadline) {

        public Neo4j {
            require(
                    readinessDeadline.toMillis() >= 10 && readinessDeadline.compareTo(Duration.ofMinutes(1)) <= 0,
                    "neo4j.readiness-deadline is 10 ms to 1 minute");
            require(
                    !uri.isEmpty() || username.isEmpty() && password.isEmpty(),
                    "neo4j.username and neo4j.password are for a server: set neo4j.uri as well, or none of them");
            // The rest is checked there; an empty address stands for the embedded database's, which is not known yet.
            connection(
                    uri, username, password, database, callDeadline, acquisitionTimeout, connectionsMax, attemptsMax);
        }

        @Override
        public String toString() {
            return "Neo4j[uri=" + uri + ", database=" + database + "]";
        }

        private static DatabaseSettings connection(
                String uri,
                String username,
                String password,
                String database,
                Duration callDeadline,
                Duration acquisitionTimeout,
                int connectionsMax,
                int attemptsMax) {
            try {
                return new DatabaseSettings(
                        uri,
                        username,
                        password,
                        database,
                        callDeadline,
                        acquisitionTimeout,
                        connectionsMax,
                        attemptsMax);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("goldenrod.neo4j: " + e.getMessage(), e);
            }
        }
    }

    /**
     * The database in this process, used when no server is named.
     *
     * @param boltPort its port on 127.0.0.1; 0 for any free one
     * @param pageCache memory outside the heap for the hot part of the store; 0 for an eighth of the machine's
     */
    public record Embedded(
            @DefaultValue("0") int boltPort,
            @DefaultValue("0B") DataSize pageCache) {

        public Embedded {
            require(boltPort >= 0 && boltPort <= 65_535, "embedded.bolt-port is 0 to 65535");
            require(
                    pageCache.toBytes() == 0 || pageCache.toMegabytes() >= 8,
                    "embedded.page-cache is 0 (by the machine's memory) or at least 8MB");
        }
    }

    /**
     * What one record and one request may hold. Each error that comes of them names its setting.
     *
     * @param recordIdentifiersMax identifiers of one record
     * @param recordAttributesMax attributes of one record
     * @param recordBytesMax one record as sent
     * @param requestBytesMax one JSON request; a stream of lines has no end
     * @param requestsBytesMax all JSON requests at one time
     * @param arrayRecordsMax records of one JSON array
     * @param batchIdentifiersMax identifiers of one batch to resolve
     * @param streamsMax streams of records at one time
     * @param quarantineMax refused lines that are kept
     */
    public record Limits(
            @DefaultValue("100") int recordIdentifiersMax,
            @DefaultValue("200") int recordAttributesMax,
            @DefaultValue("64KB") DataSize recordBytesMax,
            @DefaultValue("10MB") DataSize requestBytesMax,
            @DefaultValue("64MB") DataSize requestsBytesMax,
            @DefaultValue("100000") int arrayRecordsMax,
            @DefaultValue("10000") int batchIdentifiersMax,
            @DefaultValue("16") int streamsMax,
            @DefaultValue("100000") int quarantineMax) {

        public Limits {
            require(
                    recordIdentifiersMax >= 1 && recordIdentifiersMax <= 10_000,
                    "limits.record-identifiers-max is 1 to 10000");
            require(
                    recordAttributesMax >= 1 && recordAttributesMax <= 10_000,
                    "limits.record-attributes-max is 1 to 10000");
            require(
                    recordBytesMax.toBytes() >= 1_024 && recordBytesMax.toMegabytes() <= 16,
                    "limits.record-bytes-max is 1KB to 16MB");
            require(
                    requestBytesMax.toBytes() >= recordBytesMax.toBytes() && requestBytesMax.toMegabytes() <= 256,
                    "limits.request-bytes-max is limits.record-bytes-max to 256MB");
            require(
                    requestsBytesMax.toBytes() >= requestBytesMax.toBytes() && requestsBytesMax.toMegabytes() <= 1_024,
                    "limits.requests-bytes-max is limits.request-bytes-max to 1GB");
            require(
                    arrayRecordsMax >= 1 && arrayRecordsMax <= 1_000_000, "limits.array-records-max is 1 to 1000000");
            require(
                    batchIdentifiersMax >= 1 && batchIdentifiersMax <= 100_000,
                    "limits.batch-identifiers-max is 1 to 100000");
            require(streamsMax >= 1 && streamsMax <= 1_000, "limits.streams-max is 1 to 1000");
            require(
                    quarantineMax >= 0 && quarantineMax <= 10_000_000, "limits.quarantine-max is 0 to 10000000");
        }
    }

    /**
     * How single look-ups share queries.
     *
     * @param queueMax look-ups that may wait
     * @param workers threads that ask the database
     * @param deadline longest wait for an answer
     */
    public record Resolve(
            @DefaultValue("10000") int queueMax,
            @DefaultValue("2") int workers,
            @DefaultValue("5s") Duration deadline) {

        public Resolve {
            require(queueMax >= 1 && queueMax <= 1_000_000, "resolve.queue-max is 1 to 1000000");
            require(workers >= 1 && workers <= 16, "resolve.workers is 1 to 16");
            require(deadline.toMillis() >= 10 && deadline.toMillis() <= 60_000, "resolve.deadline is 10 ms to 1 minute");
        }
    }

    /** Whether the database is the one in this process. */
    boolean isEmbedded() {
        return neo4j.uri().isEmpty();
    }

    EmbeddedSettings embeddedSettings() {
        long set = embedded.pageCache().toBytes();
        EmbeddedSettings byDefault = EmbeddedSettings.of(Path.of(dataDir));
        return new EmbeddedSettings(
                byDefault.dataDirectory(), embedded.boltPort(), set == 0 ? byDefault.pageCacheBytes() : set);
    }

    /** How to reach the database, which is at that address. */
    DatabaseSettings databaseSettings(String uri) {
        return Neo4j.connection(
                uri,
                neo4j.username(),
                neo4j.password(),
                neo4j.database(),
                neo4j.callDeadline(),
                neo4j.acquisitionTimeout(),
                neo4j.connectionsMax(),
                neo4j.attemptsMax());
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalArgumentException("goldenrod." + rule);
        }
    }
}
