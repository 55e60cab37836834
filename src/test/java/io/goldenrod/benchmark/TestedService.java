package io.goldenrod.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The service as these benchmarks start it: from the jar, its data in {@code target}. */
final class TestedService {

    private TestedService() {}

    /** @param heap as {@code -Xmx} takes it */
    static RunningService start(String heap) throws IOException, InterruptedException {
        return start(heap, List.of());
    }

    /** @param arguments more settings, as on the command line */
    static RunningService start(String heap, List<String> arguments) throws IOException, InterruptedException {
        List<String> program = new ArrayList<>();
        program.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        program.add("-Xmx" + heap);
        String options = Setting.of("jvm", "");
        if (!options.isEmpty()) {
            program.addAll(List.of(options.split(" ")));
        }
        program.addAll(List.of("-jar", Setting.of("jar", "target/goldenrod.jar")));
        return RunningService.start(program, Path.of("target"), arguments);
    }
}
