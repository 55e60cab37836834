package io.goldenrod.generate;

import java.util.ArrayList;
import java.util.List;

/**
 * A value that changes with the days.
 *
 * @param <T> of the value
 */
final class Timeline<T> {

    private final List<Integer> from = new ArrayList<>(2);
    private final List<T> values = new ArrayList<>(2);

    /** @param first the value before any change; may be null, for none */
    Timeline(T first) {
        from.add(Integer.MIN_VALUE);
        values.add(first);
    }

    /** @param day later than that of any change before */
    Timeline<T> change(int day, T value) {
        from.add(day);
        values.add(value);
        return this;
    }

    T at(int day) {
        int i = from.size() - 1;
        while (from.get(i) > day) {
            i--;
        }
        return values.get(i);
    }
}
