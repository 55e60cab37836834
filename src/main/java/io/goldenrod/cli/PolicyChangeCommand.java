package io.goldenrod.cli;

import io.goldenrod.ingest.CompletePolicy;
import io.goldenrod.revision.Simulation;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What both commands have in common that look at another policy for a store that is there. */
abstract class PolicyChangeCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "The other policy; the model that it names stands beside it.")
    Path file;

    @Option(names = "--url", paramLabel = "URL", description = "A running service; without, the store itself.")
    URI url;

    final Services services;
    final List<String> settings;
    final PrintWriter out;
    final PrintWriter error;

    PolicyChangeCommand(Services services, List<String> settings, PrintWriter out, PrintWriter error) {
        this.services = services;
        this.settings = settings;
        this.out = out;
        this.error = error;
    }

    void progress(String phase, long done, long total) {
        error.printf("\r%s %,d of %,d records", phase.toLowerCase(java.util.Locale.ROOT), done, total);
        error.flush();
    }

    @Command(
            name = "simulate",
            mixinStandardHelpOptions = true,
            description = {
                "Says what another policy would change on the records that are there; writes nothing.",
                "",
                "Asks a running service, or works on the store itself while none runs. Takes some 250 bytes of memory a"
                        + " record, 350 more where pairs are found or records are read anew, and some 500 bytes a record"
                        + " in the folder for temporary files."
            })
    static final class Simulate extends PolicyChangeCommand {

        @Option(names = "--output", defaultValue = "text", description = "${COMPLETION-CANDIDATES}")
        private Output output;

        /** How to print what would change. */
        enum Output {
            TEXT,
            JSON
        }

        Simulate(Services services, List<String> settings, PrintWriter out, PrintWriter error) {
            super(services, settings, out, error);
        }

        @Override
        public Integer call() throws IOException {
            CompletePolicy policy = CompletePolicy.load(file);
            Map<String, Object> result;
            if (url != null) {
                result = new ServiceClient(url).simulate(policy.wholeDocument(), this::progress);
            } else {
                try (Store store = services.open(settings)) {
                    result = Json.map(store.simulate(policy, this::progress));
                }
            }
            error.println();
            out.println(
                    output == Output.JSON
                            ? Json.pretty(result)
                            : PolicyDifferenceText.of(result).stripTrailing());
            return ExitCode.OK.code();
        }
    }

    @Command(
            name = "apply",
            mixinStandardHelpOptions = true,
            description = {
                "Puts another policy in force, and brings the records that are there up to it.",
                "",
                "A running service is told to, and goes on serving; this command waits until it is through, or with"
                        + " --no-wait until it has begun. Without a service it works on the store itself; when it is cut"
                        + " off, the next start of a service goes on, or the same command."
            })
    static final class Apply extends PolicyChangeCommand {

        @Option(names = "--by", paramLabel = "NAME", description = "Who wants it, for the history.")
        private String by;

        @Option(names = "--reason", paramLabel = "TEXT", description = "Why, for the history.")
        private String reason;

        @Option(names = "--no-wait", description = "Do not wait until the service is through.")
        private boolean hasty;

        Apply(Services services, List<String> settings, PrintWriter out, PrintWriter error) {
            super(services, settings, out, error);
        }

        @Override
        public Integer call() throws IOException {
            CompletePolicy policy = CompletePolicy.load(file);
            Simulation.Watcher watcher = this::progress;
            boolean begun;
            if (url != null) {
                var client = new ServiceClient(url);
                begun = client.apply(policy.wholeDocument(), by, reason);
                if (begun && hasty) {
                    out.println("the policy is in force; records follow, GET /v1/policy shows how far they are");
                    return ExitCode.OK.code();
                }
                client.awaitApplied(watcher);
            } else {
                try (Store store = services.open(settings)) {
                    begun = store.apply(policy, by, reason, watcher);
                }
            }
            error.println();
            out.println(
                    begun
                            ? "done: the policy is in force, and all records follow it"
                            : "the policy was in force already, and all records follow it");
            return ExitCode.OK.code();
        }
    }
}
