package io.goldenrod.cli;

import io.goldenrod.ingest.PolicyFile;
import io.goldenrod.policy.Policy;
import io.goldenrod.policy.PolicyWriter;
import java.io.PrintWriter;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "policy",
        mixinStandardHelpOptions = true,
        description = "Validates a policy, shows what it says, tries it on a store, or puts it in force.",
        synopsisSubcommandLabel = "COMMAND")
final class PolicyCommand implements Runnable {

    private final PrintWriter out;

    /** How to write a policy. */
    enum Output {
        YAML,
        JSON
    }

    PolicyCommand(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void run() {
        throw new IllegalUse(
                "say which: policy validate FILE, policy show [FILE], policy simulate FILE or policy apply FILE");
    }

    @Command(mixinStandardHelpOptions = true, description = "Says that a policy is valid, or everything that is wrong.")
    int validate(
            @Parameters(arity = "0..1", paramLabel = "FILE", description = "The policy; without, the shipped one.")
                    Path file) {
        Policy policy = load(file);
        out.printf(
                "valid: %s, %d identifier types, %d vetoes, %d sources, hash %s%n",
                policy.name(),
                policy.identifierTypes().size(),
                policy.vetoes().size(),
                policy.sources().size(),
                policy.hash());
        return ExitCode.OK.code();
    }

    @Command(mixinStandardHelpOptions = true, description = "Prints the whole of what is in force by a policy.")
    int show(
            @Parameters(arity = "0..1", paramLabel = "FILE", description = "The policy; without, the shipped one.")
                    Path file,
            @Option(names = "--output", defaultValue = "yaml", description = "${COMPLETION-CANDIDATES}")
                    Output output) {
        Policy policy = load(file);
        out.println(
                output == Output.JSON
                        ? Json.pretty(PolicyWriter.toMap(policy))
                        : PolicyFile.effective(policy).stripTrailing());
        return ExitCode.OK.code();
    }

    static Policy load(Path file) {
        return file == null ? PolicyFile.shipped() : PolicyFile.load(file);
    }
}
