package io.goldenrod.cli;

import io.goldenrod.cli.Store.Resolved;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "resolve", mixinStandardHelpOptions = true, description = "Says whose an identifier is.")
final class ResolveCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "TYPE", description = "As in email or phone.")
    private String type;

    @Parameters(index = "1", paramLabel = "VALUE", description = "As people write it.")
    private String value;

    @Option(names = "--url", paramLabel = "URL", description = "A running service; without, the store itself.")
    private URI url;

    @Option(names = "--output", defaultValue = "text", description = "${COMPLETION-CANDIDATES}")
    private Output output;

    /** How to print the answer. */
    enum Output {
        TEXT,
        JSON
    }

    private final Services services;
    private final List<String> settings;
    private final PrintWriter out;

    ResolveCommand(Services services, List<String> settings, PrintWriter out) {
        this.services = services;
        this.settings = settings;
        this.out = out;
    }

    @Override
    public Integer call() throws IOException {
        Resolved resolved = resolve();
        if (output == Output.JSON) {
            var json = new LinkedHashMap<String, Object>();
            json.put("resolution", resolved.resolution());
            json.put("customerId", resolved.customerId());
            json.put("candidates", resolved.candidates());
            out.println(Json.pretty(json));
        } else {
            out.println(
                    resolved.customerId() != null
                            ? resolved.customerId()
                            : (resolved.resolution() + " " + String.join(" ", resolved.candidates())).strip());
        }
        return (resolved.resolution().equals("UNKNOWN") ? ExitCode.NOT_FOUND : ExitCode.OK).code();
    }

    private Resolved resolve() throws IOException {
        if (url != null) {
            return new ServiceClient(url).resolve(type, value);
        }
        try (Store store = services.open(settings)) {
            return store.resolve(type, value);
        } catch (IllegalArgumentException e) {
            throw new IllegalUse(e.getMessage());
        }
    }
}
