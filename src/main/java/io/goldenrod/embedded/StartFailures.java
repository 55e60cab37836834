package io.goldenrod.embedded;

import java.net.BindException;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.neo4j.dbms.DatabaseStateService;
import org.neo4j.io.locker.FileLockException;
import org.neo4j.kernel.impl.transaction.log.entry.UnsupportedLogVersionException;
import org.neo4j.kernel.internal.GraphDatabaseAPI;

/** Turns what the database throws at its start, several layers deep, into one line that says what to do. */
final class StartFailures {

    private StartFailures() {}

    /** Why a database that is there does not become available. */
    static Optional<Throwable> causeIn(GraphDatabaseAPI database) {
        return database.getDependencyResolver()
                .resolveDependency(DatabaseStateService.class)
                .causeOfFailure(database.databaseId());
    }

    static EmbeddedStartException explain(Throwable failure, EmbeddedSettings settings) {
        Path directory = settings.dataDirectory().toAbsolutePath().normalize();
        List<Throwable> chain = chain(failure);
        for (Throwable each : chain) {
            if (each instanceof FileLockException || each instanceof OverlappingFileLockException) {
                return new EmbeddedStartException(
                        "the data directory " + directory + " is in use by another instance; stop it,"
                                + " or name another directory with --goldenrod.data-dir=…",
                        failure);
            }
            if (each instanceof BindException) {
                return new EmbeddedStartException(
                        "port " + settings.boltPort() + " on 127.0.0.1 is taken; stop the other program, or let the"
                                + " database choose with --goldenrod.embedded.bolt-port=0",
                        failure);
            }
            if (isNewerStore(each)) {
                return new EmbeddedStartException(
                        "the data in " + directory + " was written by a newer version of Neo4j than the one in this"
                                + " program; use the newer program, or another directory with --goldenrod.data-dir=…",
                        failure);
            }
        }
        Throwable root = chain.get(chain.size() - 1);
        return new EmbeddedStartException(
                "the database in " + directory + " does not start: " + oneLine(root)
                        + "; neo4j/logs/debug.log there says more",
                failure);
    }

    /** The failure, its causes and what they suppressed, outermost first. */
    private static List<Throwable> chain(Throwable failure) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        List<Throwable> chain = new ArrayList<>();
        List<Throwable> suppressed = new ArrayList<>();
        for (Throwable each = failure; each != null && seen.add(each); each = each.getCause()) {
            chain.add(each);
            Collections.addAll(suppressed, each.getSuppressed());
        }
        chain.addAll(0, suppressed);
        return chain;
    }

    /** The first is thrown for a transaction log, the second says it of a store. */
    private static boolean isNewerStore(Throwable failure) {
        return failure instanceof UnsupportedLogVersionException
                || failure.getMessage() != null && failure.getMessage().startsWith("Unknown store version");
    }

    private static String oneLine(Throwable root) {
        String message = root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
        return message.lines().findFirst().orElse("").strip();
    }
}
