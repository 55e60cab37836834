package io.goldenrod.cli;

import java.nio.file.Path;
import java.util.List;

/**
 * What {@code benchmark} is to measure.
 *
 * @param sizes records in the store, each measured by itself
 * @param rounds turns of figure and floor
 * @param seconds of a turn
 * @param warmUpSeconds before the first turn of a kind
 * @param heap of the processes, as {@code -Xmx} takes it
 * @param policyOrNull the policy of the service; null for exact identifiers
 * @param work the folder for data on the way
 */
public record MeasurementAsked(
        List<Integer> sizes,
        int rounds,
        double seconds,
        double warmUpSeconds,
        String heap,
        Path policyOrNull,
        Path work) {}
