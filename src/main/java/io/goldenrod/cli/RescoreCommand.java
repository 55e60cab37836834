package io.goldenrod.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "rescore",
        mixinStandardHelpOptions = true,
        description = {
            "Says what another model or another way of matching would change, and with --apply changes it.",
            "",
            "Works on the store itself, so no service may run on it. All records are read and resolved in memory,"
                    + " about 2 KiB each, and the difference is told before anything is written. --apply then brings the"
                    + " records up in batches; when it is cut off, run it again and it goes on. Until it is through, no"
                    + " service starts on the store; then it starts with the new policy. Only matching may differ from the"
                    + " policy in force."
        })
final class RescoreCommand implements Callable<Integer> {

    @Option(
            names = "--policy",
            required = true,
            paramLabel = "FILE",
            description = "The policy to bring records up to.")
    private Path policy;

    @Option(names = "--apply", description = "Writes the change; without, nothing is written.")
    private boolean apply;

    private final Services services;
    private final List<String> settings;
    private final PrintWriter out;
    private final PrintWriter error;

    RescoreCommand(Services services, List<String> settings, PrintWriter out, PrintWriter error) {
        this.services = services;
        this.settings = settings;
        this.out = out;
        this.error = error;
    }

    @Override
    public Integer call() {
        Rescored result = services.rescore(settings, policy, apply, done -> {
            error.printf("\r%,d records", done);
            error.flush();
        });
        if (apply && result.due()) {
            error.println();
        }
        out.printf(
                "%,d records: %,d matches added, %,d removed, %,d of another weight%n",
                result.records(), result.added(), result.removed(), result.reweighted());
        out.printf(
                "%,d customers, %,d after: %,d part of a larger one, %,d fall apart%n",
                result.customers(), result.customersAfter(), result.merging(), result.splitting());
        result.examples().forEach(example -> out.println("  " + example));
        if (!result.due()) {
            out.println("the graph is at this policy already");
        } else {
            out.println(apply ? "done: the policy is in force" : "nothing was written; --apply does it");
        }
        return ExitCode.OK.code();
    }
}
