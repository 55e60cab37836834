package io.goldenrod.partition;

import io.goldenrod.identity.RecordKey;
import java.util.BitSet;

/**
 * A few records of each cluster, picked by their keys alone: those of the smallest hashed keys (bottom-k, Cohen and
 * Kaplan, 2007). The sample of a union is the smallest of both samples, so it does not matter in which order a cluster
 * grew.
 */
final class Samples {

    private static final int[] NONE = {};

    private final Component component;
    private final int recordsMax;
    private final long[] hashes;
    private final int[][] ofRoot;
    private final BitSet opaque = new BitSet();

    Samples(Component component, int recordsMax) {
        this.component = component;
        this.recordsMax = recordsMax;
        ofRoot = new int[component.size()][];
        hashes = new long[component.size()];
        for (int member = 0; member < hashes.length; member++) {
            RecordKey key = component.records.get(member);
            hashes[member] = key == null ? 0 : hash(key);
        }
        for (int member : component.linksWithin.keySet()) {
            opaque.set(member, component.isOpaque(member));
        }
    }

    /** Whether the cluster holds records that are not at hand. */
    boolean isOpaque(int root) {
        return opaque.get(root);
    }

    /** The cluster's records in the order of their hashed keys, at most so many. */
    int[] of(int root) {
        if (ofRoot[root] != null) {
            return ofRoot[root];
        }
        return ofRoot[root] = component.records.get(root) == null ? NONE : new int[] {root};
    }

    /** Gives the cluster of this root the records of another. */
    void merge(int root, int child) {
        opaque.set(root, opaque.get(root) || opaque.get(child));
        int[] left = of(root);
        int[] right = of(child);
        ofRoot[child] = null;
        if (right.length == 0) {
            return;
        }
        int[] merged = new int[Math.min(recordsMax, left.length + right.length)];
        int nextLeft = 0;
        int nextRight = 0;
        for (int i = 0; i < merged.length; i++) {
            boolean takeLeft =
                    nextRight == right.length || nextLeft < left.length && isBefore(left[nextLeft], right[nextRight]);
            merged[i] = takeLeft ? left[nextLeft++] : right[nextRight++];
        }
        ofRoot[root] = merged;
    }

    private boolean isBefore(int one, int other) {
        int byHash = Long.compareUnsigned(hashes[one], hashes[other]);
        return byHash != 0 ? byHash < 0 : component.records.get(one).compareTo(component.records.get(other)) < 0;
    }

    /** A total order of keys that has nothing to do with how keys are given out. */
    static int compare(RecordKey one, RecordKey other) {
        int byHash = Long.compareUnsigned(hash(one), hash(other));
        return byHash != 0 ? byHash : one.compareTo(other);
    }

    /** FNV-1a (Fowler, Noll, Vo) over the key's UTF-16 units, with the finalizer of MurmurHash3 (Appleby). */
    private static long hash(RecordKey key) {
        long hash = mixed(mixed(0xcbf29ce484222325L, key.source()) ^ '/', key.recordId());
        hash ^= hash >>> 33;
        hash *= 0xff51afd7ed558ccdL;
        hash ^= hash >>> 33;
        hash *= 0xc4ceb9fe1a85ec53L;
        return hash ^ hash >>> 33;
    }

    private static long mixed(long start, String text) {
        long hash = start;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        return hash;
    }
}
