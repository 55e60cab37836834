package io.goldenrod.boot;

import io.goldenrod.cli.ExitCode;
import io.goldenrod.embedded.EmbeddedStartException;
import io.goldenrod.ingest.UnreadableDocument;
import io.goldenrod.neo4j.DatabaseStartException;
import io.goldenrod.policy.InvalidPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;
import org.springframework.boot.web.server.PortInUseException;

/**
 * Why the service did not start, in one line, and the exit code that says the same to a script.
 *
 * @param line without line breaks
 */
record StartFailure(ExitCode code, String line) {

    static StartFailure of(Throwable failure) {
        List<Throwable> chain = new ArrayList<>();
        for (Throwable each = failure; each != null && !chain.contains(each); each = each.getCause()) {
            chain.add(each);
        }
        for (Throwable each : chain) {
            if (each instanceof EmbeddedStartException
                    || each instanceof DatabaseStartException
                    || each instanceof ListenAddress.PortTakenException) {
                return new StartFailure(ExitCode.UNAVAILABLE, oneLine(each.getMessage()));
            }
            if (each instanceof PortInUseException port) {
                return new StartFailure(ExitCode.UNAVAILABLE, ListenAddress.taken(port.getPort()));
            }
            if (each instanceof SettingException
                    || each instanceof UnreadableDocument
                    || each instanceof InvalidPolicy) {
                return new StartFailure(ExitCode.USAGE, oneLine(each.getMessage()));
            }
            if (each instanceof UnboundConfigurationPropertiesException unbound) {
                return new StartFailure(ExitCode.USAGE, unknown(unbound));
            }
        }
        Throwable root = chain.get(chain.size() - 1);
        for (Throwable each : chain) {
            if (each instanceof BindException binding) {
                return new StartFailure(ExitCode.USAGE, unusable(binding, root));
            }
        }
        String what = root.getMessage() == null ? "" : ": " + oneLine(root.getMessage());
        return new StartFailure(
                ExitCode.BUG, "the start failed, " + root.getClass().getSimpleName() + what + "; --debug shows where");
    }

    private static String unknown(UnboundConfigurationPropertiesException unbound) {
        return "there is no setting "
                + unbound.getUnboundProperties().stream()
                        .map(each -> each.getName().toString())
                        .sorted()
                        .collect(Collectors.joining(", "))
                + "; correct its name or leave it out";
    }

    /** A rule of our own records speaks for itself; what could not be converted is named with its key. */
    private static String unusable(BindException binding, Throwable root) {
        String reason = oneLine(String.valueOf(root.getMessage()));
        if (reason.startsWith("goldenrod.")) {
            return "the setting " + reason;
        }
        String type = binding.getTarget().getType().toClass().getSimpleName();
        return "the setting " + binding.getName() + " is not a " + type + ": " + reason;
    }

    private static String oneLine(String message) {
        return message.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining(" "));
    }
}
