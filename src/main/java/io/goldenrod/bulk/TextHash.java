package io.goldenrod.bulk;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Hashes bytes to 32 bits; what has the same hash need not be the same. */
@FunctionalInterface
interface TextHash {

    int of(byte[] bytes, int from, int to);

    /** Eight bytes at a time by multiplication, with the finalizer of MurmurHash3 (Appleby). */
    static TextHash salted(long salt) {
        VarHandle words = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
        return (bytes, from, to) -> {
            long hash = salt ^ (to - from) * 0x9e3779b97f4a7c15L;
            int at = from;
            for (; at + Long.BYTES <= to; at += Long.BYTES) {
                hash = (hash ^ (long) words.get(bytes, at)) * 0x9e3779b97f4a7c15L;
                hash ^= hash >>> 32;
            }
            for (; at < to; at++) {
                hash = (hash ^ bytes[at] & 0xff) * 0x100000001b3L;
            }
            hash ^= hash >>> 33;
            hash *= 0xff51afd7ed558ccdL;
            hash ^= hash >>> 33;
            hash *= 0xc4ceb9fe1a85ec53L;
            return (int) (hash ^ hash >>> 33);
        };
    }
}
