package io.goldenrod.generate;

import java.util.List;

/**
 * Values by rank, drawn by the Zipf-Mandelbrot law: the weight of rank {@code r} is {@code (r + flat) ^ -steep}.
 *
 * @param <T> of the values
 */
final class Ranked<T> {

    private final List<T> values;
    private final double[] upTo;

    Ranked(List<T> values, double flat, double steep) {
        this.values = List.copyOf(values);
        upTo = new double[values.size()];
        double sum = 0;
        for (int i = 0; i < upTo.length; i++) {
            sum += StrictMath.pow(i + 1 + flat, -steep);
            upTo[i] = sum;
        }
    }

    T draw(Draw draw) {
        double target = draw.fraction() * upTo[upTo.length - 1];
        int low = 0;
        int high = upTo.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (upTo[middle] > target) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return values.get(low);
    }

    int size() {
        return values.size();
    }
}
