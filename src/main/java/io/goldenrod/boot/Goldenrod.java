package io.goldenrod.boot;

import io.goldenrod.cli.ExitCode;
import java.util.Arrays;

/** The program's entry: no command, {@code serve}, or only options serve; {@code health} asks a running service. */
public final class Goldenrod {

    private Goldenrod() {}

    public static void main(String[] arguments) {
        ExitCode code = run(arguments);
        if (code != ExitCode.OK) {
            System.exit(code.code());
        }
    }

    /** OK without an end of the program means that it serves until it is stopped. */
    private static ExitCode run(String[] arguments) {
        if (arguments.length == 0 || arguments[0].startsWith("--")) {
            return Serve.run(arguments);
        }
        String[] options = Arrays.copyOfRange(arguments, 1, arguments.length);
        return switch (arguments[0]) {
            case "serve" -> Serve.run(options);
            case "health" -> HealthProbe.run(options);
            default -> {
                System.err.println("goldenrod: there is no command " + arguments[0] + "; there are serve and health");
                yield ExitCode.USAGE;
            }
        };
    }
}
