package io.goldenrod.boot;

import io.goldenrod.api.ApiSettings;
import io.goldenrod.embedded.EmbeddedSettings;
import io.goldenrod.ingest.IntakeSettings;
import io.goldenrod.neo4j.DatabaseSettings;
import io.goldenrod.normalize.RecordLimits;
import io.goldenrod.resolution.ResolverSettings;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Everything that can be set, checked when it is read. {@code application.yml} lists the same with an environment
 * variable for each.
 *
 * @param dataDir where the embedded database keeps its data; of no use with a server
 */
@ConfigurationProperties("goldenrod")
public record GoldenrodSettings(
        @DefaultValue("./data") String dataDir,
        @DefaultValue Neo4j neo4j,
        @DefaultValue Embedded embedded,
        @DefaultValue PolicySource policy,
        @DefaultValue Intake intake,
        @DefaultValue Resolve resolve,
        @DefaultValue Limits limits) {

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
            @DefaultValue("50") int attemptsMax,
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
     * The rules in force.
     *
     * @param file YAML; empty for the graph's own, at first the shipped one for customer data
     */
    public record PolicySource(@DefaultValue("") String file) {}

    /**
     * How records share transactions.
     *
     * @param batchRecordsMax records of one transaction
     * @param queueRecordsMax records that may wait
     * @param queueWait how long who brings more waits
     */
    public record Intake(
            @DefaultValue("1000") int batchRecordsMax,
            @DefaultValue("20000") int queueRecordsMax,
            @DefaultValue("30s") Duration queueWait) {

        public Intake {
            settings(batchRecordsMax, queueRecordsMax, queueWait);
        }

        private static IntakeSettings settings(int batchRecordsMax, int queueRecordsMax, Duration queueWait) {
            return new IntakeSettings(batchRecordsMax, queueRecordsMax, queueWait);
        }
    }

    /**
     * How single look-ups share queries.
     *
     * @param queueMax identifiers that may wait
     * @param workers threads that run queries
     * @param deadline longest wait for an answer
     */
    public record Resolve(
            @DefaultValue("10000") int queueMax,
            @DefaultValue("2") int workers,
            @DefaultValue("5s") Duration deadline) {

        public Resolve {
            settings(queueMax, workers, deadline);
        }

        private static ResolverSettings settings(int queueMax, int workers, Duration deadline) {
            return new ResolverSettings(queueMax, workers, deadline);
        }
    }

    /**
     * What one record, one request and the quarantine may hold. Each error that comes of them names its setting.
     *
     * @param identifiersMax identifiers of one record
     * @param attributesMax attributes of one record
     * @param recordBytesMax one record as sent
     * @param valueLengthMax characters of one identifier or text
     * @param attributeDepthMax how deep an attribute may be nested
     * @param consentsMax purposes of one record's consent
     * @param requestBytesMax one JSON request, decompressed; a stream of lines has no end
     * @param requestsBytesMax all JSON requests under way
     * @param arrayRecordsMax records of one JSON array
     * @param batchIdentifiersMax identifiers of one batch to resolve
     * @param streamsMax streams of records at the same time
     * @param quarantineMax refused lines that are kept
     * @param uploadBytesMax one file that is dropped in the console
     */
    public record Limits(
            @DefaultValue("100") int identifiersMax,
            @DefaultValue("200") int attributesMax,
            @DefaultValue("64KB") DataSize recordBytesMax,
            @DefaultValue("1024") int valueLengthMax,
            @DefaultValue("8") int attributeDepthMax,
            @DefaultValue("50") int consentsMax,
            @DefaultValue("10MB") DataSize requestBytesMax,
            @DefaultValue("64MB") DataSize requestsBytesMax,
            @DefaultValue("100000") int arrayRecordsMax,
            @DefaultValue("10000") int batchIdentifiersMax,
            @DefaultValue("16") int streamsMax,
            @DefaultValue("100000") int quarantineMax,
            @DefaultValue("1GB") DataSize uploadBytesMax) {

        public Limits {
            require(uploadBytesMax.toBytes() > 0, "limits.upload-bytes-max is more than 0");
            recordLimits(identifiersMax, attributesMax, recordBytesMax, valueLengthMax, attributeDepthMax, consentsMax);
            apiSettings(requestBytesMax, requestsBytesMax, arrayRecordsMax, batchIdentifiersMax, streamsMax);
        }

        private static RecordLimits recordLimits(
                int identifiersMax,
                int attributesMax,
                DataSize recordBytesMax,
                int valueLengthMax,
                int attributeDepthMax,
                int consentsMax) {
            return new RecordLimits(
                    identifiersMax,
                    attributesMax,
                    bytes(recordBytesMax),
                    valueLengthMax,
                    attributeDepthMax,
                    consentsMax);
        }

        private static ApiSettings apiSettings(
                DataSize requestBytesMax,
                DataSize requestsBytesMax,
                int arrayRecordsMax,
                int batchIdentifiersMax,
                int streamsMax) {
            return new ApiSettings(
                    bytes(requestBytesMax), bytes(requestsBytesMax), arrayRecordsMax, batchIdentifiersMax, streamsMax);
        }

        private static int bytes(DataSize size) {
            return (int) Math.min(size.toBytes(), Integer.MAX_VALUE);
        }
    }

    RecordLimits recordLimits() {
        return Limits.recordLimits(
                limits.identifiersMax(),
                limits.attributesMax(),
                limits.recordBytesMax(),
                limits.valueLengthMax(),
                limits.attributeDepthMax(),
                limits.consentsMax());
    }

    ApiSettings apiSettings() {
        return Limits.apiSettings(
                limits.requestBytesMax(),
                limits.requestsBytesMax(),
                limits.arrayRecordsMax(),
                limits.batchIdentifiersMax(),
                limits.streamsMax());
    }

    IntakeSettings intakeSettings() {
        return Intake.settings(intake.batchRecordsMax(), intake.queueRecordsMax(), intake.queueWait());
    }

    ResolverSettings resolverSettings() {
        return Resolve.settings(resolve.queueMax(), resolve.workers(), resolve.deadline());
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
