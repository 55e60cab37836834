package io.goldenrod.graph;

import java.util.List;

/**
 * Part of a list in key order.
 *
 * @param next the key after which the list goes on, or null at its end
 */
public record Page<T>(List<T> items, String next) {

    /** Most items of a page. */
    public static final int ITEMS_MAX = 1_000;

    public Page {
        items = List.copyOf(items);
    }
}
