package io.goldenrod.ingest;

import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Ids that sort by time: 10 characters for the millisecond, 4 that count within this process, 10 at random, each of
 * Crockford's base 32.
 */
final class RefusalIds {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private final AtomicInteger counter = new AtomicInteger();

    String next(Instant now) {
        var id = new StringBuilder(24);
        append(id, now.toEpochMilli(), 10);
        append(id, counter.getAndIncrement(), 4);
        append(id, ThreadLocalRandom.current().nextLong(), 10);
        return id.toString();
    }

    private static void append(StringBuilder id, long bits, int characters) {
        for (int i = characters - 1; i >= 0; i--) {
            id.append(ALPHABET.charAt((int) (bits >>> (5 * i)) & 31));
        }
    }
}
