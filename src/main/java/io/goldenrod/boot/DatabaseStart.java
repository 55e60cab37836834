package io.goldenrod.boot;

import io.goldenrod.embedded.EmbeddedNeo4j;
import io.goldenrod.neo4j.Database;
import io.goldenrod.neo4j.DatabaseStartException;
import io.goldenrod.neo4j.Schema;
import io.goldenrod.neo4j.StoredIdentifierLookup;
import java.util.ArrayDeque;
import java.util.Deque;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.handler.NoUnboundElementsBindHandler;
import org.springframework.boot.context.properties.source.UnboundElementsSourceFilter;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Starts the database once the settings are known and before any bean is made, so that every bean finds one that
 * answers and has its schema.
 *
 * <p>Closing it stops the database; that is done after Spring's own stop, because requests still run until then.
 */
final class DatabaseStart implements ApplicationContextInitializer<ConfigurableApplicationContext>, AutoCloseable {

    private static final String NEO4J_CLASS = "org.neo4j.dbms.api.DatabaseManagementServiceBuilder";

    private final boolean listens;
    private final Deque<AutoCloseable> started = new ArrayDeque<>();
    private GoldenrodSettings settings;
    private String uri;
    private boolean closed;

    private DatabaseStart(boolean listens) {
        this.listens = listens;
    }

    /** For a service, whose port is looked at first. */
    static DatabaseStart ofService() {
        return new DatabaseStart(true);
    }

    /** For a command that works on the store itself. */
    static DatabaseStart withoutService() {
        return new DatabaseStart(false);
    }

    @Override
    public synchronized void initialize(ConfigurableApplicationContext context) {
        if (closed) {
            throw new IllegalStateException("stopped before it was started");
        }
        ConfigurableEnvironment environment = context.getEnvironment();
        settings = bind(environment);
        if (listens) {
            ListenAddress.of(environment).requireFree();
        }
        EmbeddedNeo4j embedded = settings.isEmbedded() ? startEmbedded() : null;
        uri = embedded == null ? settings.neo4j().uri() : embedded.boltUri();
        Database database = embedded == null
                ? Database.open(settings.databaseSettings(uri))
                : Database.open(embedded.inProcess(), settings.databaseSettings(uri));
        started.push(database);
        Schema.prepare(database);
        context.getBeanFactory().registerSingleton("goldenrodSettings", settings);
        context.getBeanFactory().registerSingleton("database", database);
        context.getBeanFactory().registerSingleton("identifierLookup", new StoredIdentifierLookup(database));
    }

    GoldenrodSettings settings() {
        return settings;
    }

    /** Where the database is. */
    String uri() {
        return uri;
    }

    @Override
    public synchronized void close() {
        closed = true;
        while (!started.isEmpty()) {
            try {
                started.pop().close();
            } catch (Exception e) {
                System.getLogger(DatabaseStart.class.getName())
                        .log(System.Logger.Level.WARNING, "the database did not stop cleanly", e);
            }
        }
    }

    private EmbeddedNeo4j startEmbedded() {
        requireEmbedded();
        EmbeddedNeo4j embedded = EmbeddedNeo4j.start(settings.embeddedSettings());
        started.push(embedded);
        return embedded;
    }

    /** @throws DatabaseStartException when this program comes without a database */
    static void requireEmbedded() {
        try {
            Class.forName(NEO4J_CLASS, false, DatabaseStart.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new DatabaseStartException(
                    "this program comes without a database; name a Neo4j server with --goldenrod.neo4j.uri=bolt://host:7687",
                    e);
        }
    }

    /** A key that does not exist is refused where it is written in a file or on the command line: it is a slip. */
    static GoldenrodSettings bind(ConfigurableEnvironment environment) {
        BindHandler strict = new NoUnboundElementsBindHandler(BindHandler.DEFAULT, new UnboundElementsSourceFilter());
        return Binder.get(environment).bindOrCreate("goldenrod", Bindable.of(GoldenrodSettings.class), strict);
    }
}
