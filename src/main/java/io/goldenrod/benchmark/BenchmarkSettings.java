package io.goldenrod.benchmark;

import java.nio.file.Path;
import java.util.List;

/**
 * What to measure, and how long.
 *
 * @param program the command that runs this program in a process of its own, without arguments
 * @param sizes records in the store, each size in a store of its own
 * @param rounds turns of figure and floor
 * @param seconds of one turn
 * @param warmUpSeconds before the first turn of each kind of request
 * @param policy the policy file, for the service and for whole files
 * @param work the folder for data, which is left as it was found
 */
public record BenchmarkSettings(
        List<String> program,
        List<Integer> sizes,
        int rounds,
        double seconds,
        double warmUpSeconds,
        Path policy,
        Path work) {

    public BenchmarkSettings {
        program = List.copyOf(program);
        sizes = List.copyOf(sizes);
    }
}
