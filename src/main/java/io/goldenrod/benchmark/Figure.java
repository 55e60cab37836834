package io.goldenrod.benchmark;

import java.util.List;
import org.HdrHistogram.Histogram;

/**
 * What was measured, beside its floor.
 *
 * @param name what
 * @param unit of figure and floor
 * @param value the median of the turns
 * @param lowest of the turns
 * @param highest of the turns
 * @param floorName what the floor is; null when there is none
 * @param floor the median of its turns
 * @param ratio the median of the turns' ratios, 1 as good as the floor, above it better
 * @param reach the ratio that is aimed at; 0 when none is
 * @param latency on a schedule at half of the rate; null where none was measured
 */
public record Figure(
        String name,
        String unit,
        double value,
        double lowest,
        double highest,
        String floorName,
        double floor,
        double ratio,
        double reach,
        Latency latency) {

    /** Milliseconds of which so many percent of the answers took no more, at a rate a second. */
    public record Latency(double rate, double p50, double p99, double p999, double most) {

        static Latency of(double rate, Histogram micros) {
            return new Latency(
                    rate,
                    micros.getValueAtPercentile(50) / 1000.0,
                    micros.getValueAtPercentile(99) / 1000.0,
                    micros.getValueAtPercentile(99.9) / 1000.0,
                    micros.getMaxValue() / 1000.0);
        }
    }

    /** Of rates, turn by turn. */
    static Figure rates(
            String name, String unit, List<Double> rates, String floorName, List<Double> floors, double reach) {
        return of(name, unit, rates, floorName, floors, reach, 1);
    }

    /** Of durations, of which less is better. */
    static Figure durations(
            String name, String unit, List<Double> durations, String floorName, List<Double> floors, double reach) {
        return of(name, unit, durations, floorName, floors, reach, -1);
    }

    private static Figure of(
            String name,
            String unit,
            List<Double> values,
            String floorName,
            List<Double> floors,
            double reach,
            int power) {
        double[] ratios = new double[Math.min(values.size(), floors.size())];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = Math.pow(values.get(i) / floors.get(i), power);
        }
        return new Figure(
                name,
                unit,
                median(values),
                values.stream().mapToDouble(each -> each).min().orElse(0),
                values.stream().mapToDouble(each -> each).max().orElse(0),
                floorName,
                median(floors),
                median(java.util.Arrays.stream(ratios).boxed().toList()),
                reach,
                null);
    }

    /** Without a floor. */
    static Figure alone(String name, String unit, double value) {
        return new Figure(name, unit, value, value, value, null, 0, 0, 0, null);
    }

    Figure with(Latency measured) {
        return new Figure(name, unit, value, lowest, highest, floorName, floor, ratio, reach, measured);
    }

    static double median(List<Double> values) {
        double[] sorted = values.stream().mapToDouble(each -> each).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length == 0
                ? 0
                : sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
