package io.goldenrod.embedded;

import io.goldenrod.graph.InProcessDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.neo4j.configuration.GraphDatabaseInternalSettings;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.configuration.connectors.BoltConnector;
import org.neo4j.configuration.connectors.BoltConnectorInternalSettings;
import org.neo4j.configuration.connectors.ConnectorPortRegister;
import org.neo4j.configuration.connectors.ConnectorType;
import org.neo4j.configuration.connectors.HttpConnector;
import org.neo4j.configuration.helpers.SocketAddress;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.kernel.internal.GraphDatabaseAPI;

/**
 * A running Neo4j Community in this process, reached over Bolt on the loopback address.
 *
 * <p>It asks for no password, and therefore listens on 127.0.0.1 only: whoever has an account on this machine can reach
 * it. Where that is too many, use a server.
 */
public final class EmbeddedNeo4j implements AutoCloseable {

    private static final String DATABASE = GraphDatabaseSettings.DEFAULT_DATABASE_NAME;
    private static final String LOOPBACK = "127.0.0.1";
    private static final Duration AVAILABLE_TIMEOUT = Duration.ofMinutes(10);
    private static final long AVAILABLE_STEP_MILLIS = 50;

    private final DatabaseManagementService service;
    private final int boltPort;

    private EmbeddedNeo4j(DatabaseManagementService service, int boltPort) {
        this.service = service;
        this.boltPort = boltPort;
    }

    /**
     * Starts the database and waits until it answers; recovers the store first when it was not stopped cleanly.
     *
     * @throws EmbeddedStartException when the directory cannot be written or is in use, the port is taken, or the store
     *     was written by a newer version
     */
    public static EmbeddedNeo4j start(EmbeddedSettings settings) {
        Path home = home(settings.dataDirectory());
        DatabaseManagementService service;
        try {
            service = builder(home, settings).build();
        } catch (RuntimeException e) {
            throw StartFailures.explain(e, settings);
        }
        try {
            GraphDatabaseAPI database = (GraphDatabaseAPI) service.database(DATABASE);
            awaitAvailable(database, settings);
            return new EmbeddedNeo4j(service, boltPort(database));
        } catch (RuntimeException e) {
            service.shutdown();
            throw e;
        }
    }

    /** Where a driver finds it: {@code bolt://127.0.0.1:port}, without a password. */
    public String boltUri() {
        return "bolt://" + LOOPBACK + ":" + boltPort;
    }

    /** The database without the way over Bolt. */
    public InProcessDatabase inProcess() {
        return new InProcessNeo4j(service.database(DATABASE));
    }

    /** Stops the database, with a checkpoint, so that the next start has nothing to recover. */
    @Override
    public void close() {
        service.shutdown();
    }

    /** The directory of its own in a data directory. */
    static Path homeOf(Path dataDirectory) {
        return dataDirectory.toAbsolutePath().normalize().resolve("neo4j");
    }

    private static Path home(Path dataDirectory) {
        Path home = homeOf(dataDirectory);
        try {
            Files.createDirectories(home);
            Files.delete(Files.createTempFile(home, "write", ".tmp"));
            return home;
        } catch (IOException | SecurityException e) {
            throw new EmbeddedStartException(
                    "the data directory " + dataDirectory.toAbsolutePath().normalize()
                            + " cannot be written; give it to this user, or name another with --goldenrod.data-dir=…",
                    e);
        }
    }

    private static DatabaseManagementServiceBuilder builder(Path home, EmbeddedSettings settings) {
        return new DatabaseManagementServiceBuilder(home)
                .setConfig(GraphDatabaseSettings.auth_enabled, false)
                .setConfig(GraphDatabaseSettings.udc_enabled, false)
                .setConfig(GraphDatabaseInternalSettings.udc_network_enabled, false)
                .setConfig(GraphDatabaseSettings.log_queries, GraphDatabaseSettings.LogQueryLevel.OFF)
                .setConfig(GraphDatabaseSettings.pagecache_memory, settings.pageCacheBytes())
                .setConfig(
                        GraphDatabaseSettings.memory_transaction_global_max_size,
                        Runtime.getRuntime().maxMemory() / 2)
                // A fresh store is then 60 MB smaller, and starts sooner.
                .setConfig(GraphDatabaseSettings.preallocate_logical_logs, false)
                .setConfig(GraphDatabaseSettings.keep_logical_logs, "512M size")
                // What is asked within the process must end at its deadline too, and that is looked at this often.
                .setConfig(GraphDatabaseSettings.transaction_monitor_check_interval, Duration.ofMillis(250))
                .setConfig(HttpConnector.enabled, false)
                .setConfig(BoltConnector.enabled, true)
                .setConfig(BoltConnector.listen_address, new SocketAddress(LOOPBACK, settings.boltPort()))
                .setConfig(BoltConnector.advertised_address, new SocketAddress(LOOPBACK, settings.boltPort()))
                .setConfig(BoltConnector.server_bolt_telemetry_enabled, false)
                // Its channel type does not exist in the newer Netty that the driver brings.
                .setConfig(BoltConnectorInternalSettings.enable_local_connector, false)
                // Our own driver is closed before; waiting for strangers would make every stop take ten seconds.
                .setConfig(BoltConnectorInternalSettings.thread_pool_shutdown_wait_time, Duration.ZERO)
                .setConfig(BoltConnectorInternalSettings.connection_shutdown_wait_time, Duration.ZERO);
    }

    /** Looks for a failure in between, because a database that failed never becomes available. */
    private static void awaitAvailable(GraphDatabaseAPI database, EmbeddedSettings settings) {
        long end = System.nanoTime() + AVAILABLE_TIMEOUT.toNanos();
        while (!database.isAvailable(AVAILABLE_STEP_MILLIS)) {
            Optional<Throwable> cause = StartFailures.causeIn(database);
            if (cause.isPresent() || System.nanoTime() > end) {
                throw StartFailures.explain(
                        cause.orElseGet(() -> new IllegalStateException("it did not become available in time")),
                        settings);
            }
        }
    }

    private static int boltPort(GraphDatabaseAPI database) {
        return database.getDependencyResolver()
                .resolveDependency(ConnectorPortRegister.class)
                .getLocalAddress(ConnectorType.BOLT)
                .getPort();
    }
}
