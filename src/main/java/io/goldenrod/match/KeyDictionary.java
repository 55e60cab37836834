package io.goldenrod.match;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Numbers texts in the order in which they first come: two texts have the same number exactly when they are equal. Open
 * addressing over the bytes themselves, some 30 bytes a text beside its own, so that tens of millions fit.
 */
final class KeyDictionary {

    private static final int CHUNK_BYTES = 1 << 20;
    private static final int ALIGNMENT_BITS = 2;
    private static final int CHUNK_BITS = 20 - ALIGNMENT_BITS;
    private static final int TEXT_BYTES_MAX = 0xffff;

    private final List<byte[]> chunks = new ArrayList<>();
    private int used = CHUNK_BYTES;
    private int[] table = new int[1 << 12];
    private int[] hashes = new int[1 << 11];
    private int[] places = new int[1 << 11];
    private int size;

    int size() {
        return size;
    }

    /** The number of the text, {@link #size()} before the call when it is new. */
    int number(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > TEXT_BYTES_MAX) {
            throw new IllegalArgumentException("a key has at most " + TEXT_BYTES_MAX + " bytes");
        }
        int hash = hash(bytes);
        int mask = table.length - 1;
        for (int slot = hash & mask; ; slot = slot + 1 & mask) {
            int found = table[slot] - 1;
            if (found < 0) {
                int number = append(bytes, hash);
                put(number, hash, table.length - 1);
                return number;
            }
            if (hashes[found] == hash && holds(found, bytes)) {
                return found;
            }
        }
    }

    String text(int number) {
        byte[] chunk = chunks.get(places[number] >>> CHUNK_BITS);
        int at = startOf(number);
        int length = (chunk[at] & 0xff) << 8 | chunk[at + 1] & 0xff;
        return new String(chunk, at + 2, length, StandardCharsets.UTF_8);
    }

    private int startOf(int number) {
        return (places[number] & (1 << CHUNK_BITS) - 1) << ALIGNMENT_BITS;
    }

    private boolean holds(int number, byte[] bytes) {
        byte[] chunk = chunks.get(places[number] >>> CHUNK_BITS);
        int at = startOf(number);
        int length = (chunk[at] & 0xff) << 8 | chunk[at + 1] & 0xff;
        return length == bytes.length && Arrays.equals(chunk, at + 2, at + 2 + length, bytes, 0, length);
    }

    private int append(byte[] bytes, int hash) {
        if (used + 2 + bytes.length > CHUNK_BYTES) {
            if (chunks.size() == 1 << 32 - CHUNK_BITS) {
                throw new IllegalStateException("more than 16 GiB of blocking keys: use fewer rules or files");
            }
            chunks.add(new byte[CHUNK_BYTES]);
            used = 0;
        }
        byte[] chunk = chunks.get(chunks.size() - 1);
        chunk[used] = (byte) (bytes.length >>> 8);
        chunk[used + 1] = (byte) bytes.length;
        System.arraycopy(bytes, 0, chunk, used + 2, bytes.length);
        if (size == hashes.length) {
            grow();
        }
        hashes[size] = hash;
        places[size] = chunks.size() - 1 << CHUNK_BITS | used >>> ALIGNMENT_BITS;
        int alignment = 1 << ALIGNMENT_BITS;
        used = used + 2 + bytes.length + alignment - 1 & -alignment;
        return size++;
    }

    private void grow() {
        if (hashes.length == 1 << 29) {
            throw new IllegalStateException("more than 500 million blocks: use fewer rules or files");
        }
        hashes = Arrays.copyOf(hashes, hashes.length * 2);
        places = Arrays.copyOf(places, places.length * 2);
        table = new int[hashes.length * 2];
        int mask = table.length - 1;
        for (int number = 0; number < size; number++) {
            put(number, hashes[number], mask);
        }
    }

    private void put(int number, int hash, int mask) {
        int slot = hash & mask;
        while (table[slot] != 0) {
            slot = slot + 1 & mask;
        }
        table[slot] = number + 1;
    }

    private static int hash(byte[] bytes) {
        long hash = 0xcbf29ce484222325L;
        for (byte each : bytes) {
            hash = (hash ^ each) * 0x100000001b3L;
        }
        hash ^= hash >>> 32;
        hash *= 0x9e3779b97f4a7c15L;
        return (int) (hash >>> 32);
    }
}
