package io.goldenrod.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Verifies the stored graph against what it is derived from, and says what differs.")
final class CheckCommand implements Callable<Integer> {

    private static final long SHOWN_MAX = 1000;

    private final Services services;
    private final List<String> settings;
    private final PrintWriter out;

    CheckCommand(Services services, List<String> settings, PrintWriter out) {
        this.services = services;
        this.settings = settings;
        this.out = out;
    }

    @Override
    public Integer call() {
        try (Store store = services.open(settings)) {
            var shown = new long[1];
            Store.Checked checked = store.check(difference -> {
                if (shown[0]++ < SHOWN_MAX) {
                    out.println(difference);
                }
            });
            out.printf(
                    "%,d records, %,d identifiers, %,d customers, %,d decisions checked: %s%n",
                    checked.records(),
                    checked.identifiers(),
                    checked.customers(),
                    checked.decisions(),
                    checked.differences() == 0 ? "all agree" : checked.differences() + " differences");
            return (checked.differences() == 0 ? ExitCode.OK : ExitCode.INCONSISTENT).code();
        }
    }
}
