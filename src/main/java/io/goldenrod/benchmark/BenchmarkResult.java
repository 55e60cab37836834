package io.goldenrod.benchmark;

import java.util.List;
import java.util.Map;

/**
 * All that was measured.
 *
 * @param machine facts by name
 * @param settings facts by name
 */
public record BenchmarkResult(Map<String, Object> machine, Map<String, Object> settings, List<Size> sizes) {

    /**
     * The figures at one size.
     *
     * @param records how many the store held
     */
    public record Size(long records, List<Figure> figures) {}
}
