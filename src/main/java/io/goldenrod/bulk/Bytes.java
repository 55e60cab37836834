package io.goldenrod.bulk;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes in a row that can be added to and read from. */
final class Bytes {

    private byte[] bytes;
    private int size;
    private int at;

    Bytes(int capacity) {
        bytes = new byte[capacity];
    }

    byte[] array() {
        return bytes;
    }

    int size() {
        return size;
    }

    void clear() {
        size = 0;
    }

    private void ensure(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
        }
    }

    void put(int value) {
        ensure(1);
        bytes[size++] = (byte) value;
    }

    /** Seven bits at a time, the lowest first. */
    void putNumber(long value) {
        ensure(10);
        long rest = value;
        while ((rest & ~0x7fL) != 0) {
            bytes[size++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[size++] = (byte) rest;
    }

    /** The text alone, without its length. */
    void putText(String text) {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        ensure(encoded.length);
        System.arraycopy(encoded, 0, bytes, size, encoded.length);
        size += encoded.length;
    }

    void putWithLength(String text) {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        putNumber(encoded.length);
        ensure(encoded.length);
        System.arraycopy(encoded, 0, bytes, size, encoded.length);
        size += encoded.length;
    }

    /** Room for so many bytes, to be read from the first of them on. */
    byte[] toRead(int length) {
        size = 0;
        ensure(length);
        size = length;
        at = 0;
        return bytes;
    }

    int get() {
        return bytes[at++];
    }

    long getNumber() {
        long value = 0;
        int shift = 0;
        byte next;
        do {
            next = bytes[at++];
            value |= (next & 0x7fL) << shift;
            shift += 7;
        } while (next < 0);
        return value;
    }

    String getText() {
        int length = (int) getNumber();
        String text = new String(bytes, at, length, StandardCharsets.UTF_8);
        at += length;
        return text;
    }
}
