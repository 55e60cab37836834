package io.goldenrod.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(name = "serve", mixinStandardHelpOptions = true, description = "Serves the API and the console (the default).")
final class ServeCommand implements Callable<Integer> {

    private final Services services;
    private final List<String> settings;

    ServeCommand(Services services, List<String> settings) {
        this.services = services;
        this.settings = settings;
    }

    @Override
    public Integer call() {
        return services.serve(settings).code();
    }
}
