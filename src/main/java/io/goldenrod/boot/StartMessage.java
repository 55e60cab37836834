package io.goldenrod.boot;

import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;

/** What is said once the service is ready: where it is, who can reach it, where the graph is. */
final class StartMessage {

    private static final Logger LOG = LoggerFactory.getLogger(Goldenrod.class);

    private StartMessage() {}

    static void log(Environment environment, int port, DatabaseStart database, long startNanos) {
        ListenAddress address = ListenAddress.of(environment);
        String url = address.url(port);
        LOG.info("Goldenrod serves on {}, ready after {} s", url, "%.1f".formatted(startNanos / 1e9));
        if (database.settings().isEmbedded()) {
            Path directory =
                    Path.of(database.settings().dataDir()).toAbsolutePath().normalize();
            LOG.info("The graph is in {}, open to programs on this machine at {}", directory, database.uri());
        } else {
            LOG.info("The graph is at {}", database.uri());
        }
        if (address.isLoopback()) {
            LOG.info("No keys are configured, so it listens on {} only", address.host());
        } else {
            LOG.warn("No keys are configured: whoever reaches {} can read and change everything", url);
        }
    }
}
