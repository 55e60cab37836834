package io.goldenrod.neo4j;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers for nodes of one kind, one after the other from a first one. */
final class NodeNumbers<K> {

    private final long first;
    private final List<K> keys;
    private final Map<K, Integer> places;

    NodeNumbers(long first, Collection<K> keys) {
        this.first = first;
        this.keys = new ArrayList<>(keys);
        this.places = new HashMap<>(keys.size() * 4 / 3 + 1);
        for (K key : this.keys) {
            places.put(key, places.size());
        }
    }

    /** The number of a key that may have come before. */
    long add(K key) {
        Integer place = places.putIfAbsent(key, keys.size());
        if (place == null) {
            keys.add(key);
            return first + keys.size() - 1;
        }
        return first + place;
    }

    long first() {
        return first;
    }

    /** The first number that is another kind's. */
    long end() {
        return first + keys.size();
    }

    int size() {
        return keys.size();
    }

    boolean contains(K key) {
        return places.containsKey(key);
    }

    /** How many came before it. */
    int place(K key) {
        return places.get(key);
    }

    long number(K key) {
        return first + places.get(key);
    }

    K at(long number) {
        return keys.get((int) (number - first));
    }
}
