package io.goldenrod.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(
        name = "health",
        mixinStandardHelpOptions = true,
        description = "Asks the service that runs with these settings whether it is ready.")
final class HealthCommand implements Callable<Integer> {

    private final Services services;
    private final List<String> settings;

    HealthCommand(Services services, List<String> settings) {
        this.services = services;
        this.settings = settings;
    }

    @Override
    public Integer call() {
        return services.health(settings).code();
    }
}
