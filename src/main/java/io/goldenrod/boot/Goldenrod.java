package io.goldenrod.boot;

import io.goldenrod.cli.CommandLineTool;
import java.io.PrintWriter;

/** The program's entry: what a shell asks for, answered by the parts that are wired here. */
public final class Goldenrod {

    private Goldenrod() {}

    /** Returns while a service goes on; every other command ends the process with its exit code. */
    public static void main(String[] arguments) {
        var out = new PrintWriter(System.out, true);
        var error = new PrintWriter(System.err, true);
        int code = new CommandLineTool(new ProgramServices(), out, error).run(arguments);
        if (code != 0 || !Serve.isServing()) {
            System.exit(code);
        }
    }
}
