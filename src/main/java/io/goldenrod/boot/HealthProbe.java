package io.goldenrod.boot;

import io.goldenrod.cli.ExitCode;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/** Asks a service on this machine whether it is ready: for containers, whose images bring no other HTTP client. */
final class HealthProbe {

    private static final int TIMEOUT_MILLIS = 4_000;

    private HealthProbe() {}

    /** Takes {@code --server.port=…}, or the environment's SERVER_PORT, or 8080. */
    static ExitCode run(String[] options) {
        String port = System.getenv().getOrDefault("SERVER_PORT", "8080");
        for (String option : options) {
            if (!option.startsWith("--server.port=")) {
                System.err.println("goldenrod: health takes only --server.port=…, not " + option);
                return ExitCode.USAGE;
            }
            port = option.substring("--server.port=".length());
        }
        String url = "http://" + ListenAddress.LOOPBACK + ":" + port + "/actuator/health/readiness";
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) URI.create(url).toURL().openConnection();
            connection.setConnectTimeout(TIMEOUT_MILLIS);
            connection.setReadTimeout(TIMEOUT_MILLIS);
            int status = connection.getResponseCode();
            System.out.println(status == HttpURLConnection.HTTP_OK ? "ready" : "not ready");
            return status == HttpURLConnection.HTTP_OK ? ExitCode.OK : ExitCode.UNAVAILABLE;
        } catch (IOException | IllegalArgumentException e) {
            System.err.println("goldenrod: nothing answers at " + url);
            return ExitCode.UNAVAILABLE;
        }
    }
}
