package io.goldenrod.cli;

import io.goldenrod.graph.GraphUnavailableException;
import io.goldenrod.ingest.RecordIntake.IntakeUnavailable;
import io.goldenrod.ingest.UnreadableDocument;
import io.goldenrod.ingest.file.InvalidInput;
import io.goldenrod.policy.InvalidPolicy;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.ConnectException;
import java.net.http.HttpTimeoutException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The program as a shell sees it: arguments in, output and an exit code out. An error is one line, never a trace. */
public final class CommandLineTool {

    /** Settings have a dot in their name, options of commands never do. */
    private static final Pattern SETTING =
            Pattern.compile("--debug|--[A-Za-z][A-Za-z0-9_-]*\\.[^=]+(=.*)?", Pattern.DOTALL);

    private final Services services;
    private final PrintWriter out;
    private final PrintWriter error;

    public CommandLineTool(Services services, PrintWriter out, PrintWriter error) {
        this.services = services;
        this.out = out;
        this.error = error;
    }

    @Command(
            name = "goldenrod",
            mixinStandardHelpOptions = true,
            description = "Makes one customer of a person's records, with a stable ID, on a graph.",
            synopsisSubcommandLabel = "COMMAND",
            footer = {
                "",
                "Without a command it serves. Settings are given to every command as --NAME=VALUE,",
                "as in --goldenrod.data-dir=data or --goldenrod.neo4j.uri=bolt://localhost:7687."
            })
    private record Root(ServeCommand serve) implements Callable<Integer> {
        @Override
        public Integer call() {
            return serve.call();
        }
    }

    /** Runs one command to its end. */
    public int run(String... arguments) {
        List<String> settings = new ArrayList<>();
        List<String> rest = new ArrayList<>();
        for (String argument : arguments) {
            (SETTING.matcher(argument).matches() ? settings : rest).add(argument);
        }
        CommandLine line = commandLine(settings);
        int code = line.execute(rest.toArray(String[]::new));
        out.flush();
        error.flush();
        return code;
    }

    private CommandLine commandLine(List<String> settings) {
        var serve = new ServeCommand(services, settings);
        var root = new CommandLine(new Root(serve));
        root.addSubcommand(serve);
        root.addSubcommand(new HealthCommand(services, settings));
        root.addSubcommand(new IngestCommand(services, settings, out, error));
        root.addSubcommand(new LoadCommand(services, settings, out, error));
        root.addSubcommand(new ResolveCommand(services, settings, out));
        root.addSubcommand(new ResolveFileCommand(services, out));
        root.addSubcommand(new EvaluateCommand(services, out));
        root.addSubcommand(new TrainCommand(services, out, error));
        root.addSubcommand(new GenerateCommand(error));
        root.addSubcommand(new BenchmarkCommand(services, out, error));
        root.addSubcommand(new BlockingCommand(services, out));
        root.addSubcommand(new CheckCommand(services, settings, out));
        var policy = new CommandLine(new PolicyCommand(out));
        policy.addSubcommand(new PolicyChangeCommand.Simulate(services, settings, out, error));
        policy.addSubcommand(new PolicyChangeCommand.Apply(services, settings, out, error));
        root.addSubcommand(policy);
        everyCommand(root);
        return root;
    }

    private void everyCommand(CommandLine command) {
        command.setOut(out);
        command.setErr(error);
        command.setCaseInsensitiveEnumValuesAllowed(true);
        command.setExecutionExceptionHandler((exception, line, parsed) -> report(exception));
        command.setParameterExceptionHandler(this::misused);
        command.getCommandSpec().versionProvider(() -> new String[] {"goldenrod " + services.version()});
        UsageMessageSpec usage = command.getCommandSpec().usageMessage();
        usage.width(100);
        usage.exitCodeListHeading("%nExit codes:%n");
        usage.exitCodeList(exitCodes());
        command.getSubcommands().values().forEach(this::everyCommand);
    }

    private static Map<String, String> exitCodes() {
        var codes = new LinkedHashMap<String, String>();
        Arrays.stream(ExitCode.values()).forEach(code -> codes.put(String.valueOf(code.code()), code.meaning()));
        return codes;
    }

    private int misused(ParameterException exception, String[] arguments) {
        boolean noCommand = exception instanceof UnmatchedArgumentException
                && exception.getCommandLine().getParent() == null
                && !arguments[0].startsWith("-");
        String message = noCommand ? "there is no command " + oneLine(arguments[0]) : oneLine(exception.getMessage());
        error.println("goldenrod: " + message + "; see "
                + exception.getCommandLine().getCommandSpec().qualifiedName() + " --help");
        return ExitCode.USAGE.code();
    }

    private int report(Exception exception) {
        ExitCode code = exitCode(exception);
        String message = exception.getMessage();
        if (exception instanceof ConnectException || exception instanceof HttpTimeoutException) {
            error.println("goldenrod: the service does not answer; is it running at this --url?");
        } else if (exception instanceof InvalidPolicy) {
            error.println("goldenrod: " + message);
        } else if (code == ExitCode.BUG && !(exception instanceof IOException)) {
            StackTraceElement[] trace = exception.getStackTrace();
            error.println("goldenrod: an error of the program, please report it: "
                    + exception.getClass().getSimpleName() + (trace.length > 0 ? " at " + trace[0] : ""));
        } else {
            error.println("goldenrod: "
                    + oneLine(message == null ? exception.getClass().getSimpleName() : message));
        }
        return code.code();
    }

    private static ExitCode exitCode(Exception exception) {
        boolean unusable = exception instanceof InvalidInput
                || exception instanceof UnreadableDocument
                || exception instanceof InvalidPolicy
                || exception instanceof IllegalUse;
        boolean unavailable = exception instanceof StoreUnavailable
                || exception instanceof IntakeUnavailable
                || exception instanceof GraphUnavailableException
                || exception instanceof ConnectException
                || exception instanceof HttpTimeoutException;
        return unusable ? ExitCode.USAGE : unavailable ? ExitCode.UNAVAILABLE : ExitCode.BUG;
    }

    private static String oneLine(String message) {
        return message.strip().replaceAll("\\s*\\R\\s*", " ");
    }
}
