package io.goldenrod.partition;

import io.goldenrod.identity.RecordKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is to be partitioned: members, the links between them, and pairs that must stay apart. It may hold any number of
 * connected parts. A member can be a single record or identifier, or a whole cluster contracted to one.
 */
public final class Component {

    final List<Traits> traits = new ArrayList<>();
    final List<Link> links = new ArrayList<>();
    final Map<Integer, Long> linksWithin = new HashMap<>();
    final List<RecordKey> records = new ArrayList<>();
    PairWeight pairWeight;

    /** How sure it is that two records are of one person. */
    @FunctionalInterface
    public interface PairWeight {

        /** In bits. Symmetric, and a function of the two records alone. */
        double between(int left, int right);
    }

    /** Adds a member and returns its index. */
    public int add(Traits member) {
        return add(null, member);
    }

    /** Adds a member that is a record, and returns its index. */
    public int add(RecordKey key, Traits record) {
        records.add(key);
        traits.add(record);
        return traits.size() - 1;
    }

    /**
     * Adds a contracted cluster that holds so many links within, and returns its index. As its records are not at hand,
     * no guarded link can be taken that joins it to other records.
     */
    public int add(Traits cluster, long linksWithin) {
        return add(null, cluster, linksWithin);
    }

    /** Adds a contracted cluster of one record, and returns its index. */
    public int add(RecordKey only, Traits cluster, long linksWithin) {
        int index = add(only, cluster);
        this.linksWithin.put(index, linksWithin);
        return index;
    }

    /** Whether the member stands for records that are not at hand. */
    boolean isOpaque(int member) {
        return records.get(member) == null && linksWithin.containsKey(member);
    }

    /** Adds a link. A link of the same class, score, time and key is the same link, and counts once. */
    public void link(int left, int right, LinkClass linkClass, double score, long at, String key) {
        links.add(new Link(left, right, linkClass, score, at, key));
    }

    /** Gives the weights of pairs of records, by which chains of matched links are judged; see {@link Rules}. */
    public void weigh(PairWeight weight) {
        pairWeight = weight;
    }

    public int size() {
        return traits.size();
    }
}
