package io.goldenrod.benchmark;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/**
 * Records as NDJSON that identifiers alone resolve, quickly made: of each person 1 to 7 records, 4 on the mean, spread
 * over the file; 1.6 identifiers a record of three kinds, few attributes. The same size gives the same bytes.
 */
final class ExactRecords {

    private static final String[] SOURCES = {"crm", "web", "pos", "support"};
    private static final String[] GIVEN = {"Ada", "Grace", "Alan", "Edsger", "Barbara", "Donald", "Tony", "Jean"};
    private static final String[] FAMILY = {"Lovelace", "Hopper", "Turing", "Dijkstra", "Liskov", "Knuth", "Hoare"};
    private static final Instant START = Instant.parse("2020-01-01T00:00:00Z");

    private ExactRecords() {}

    static void write(Path file, int records) throws IOException {
        int people = Math.max(1, records / 4);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
            StringBuilder line = new StringBuilder(400);
            for (int i = 0; i < records; i++) {
                line.setLength(0);
                line(line, i, mixed(i) % people);
                out.write(line.toString().getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    /** SplitMix64 (Steele, Lea and Flood, 2014), never negative. */
    private static long mixed(long seed) {
        long mixed = (seed + 1) * 0x9e3779b97f4a7c15L;
        mixed = (mixed ^ mixed >>> 30) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94d049bb133111ebL;
        return (mixed ^ mixed >>> 31) >>> 1;
    }

    private static void line(StringBuilder line, int record, long person) {
        long chance = mixed(record ^ 0x5555_5555L);
        line.append("{\"source\":\"").append(SOURCES[(int) (chance & 3)]);
        line.append("\",\"recordId\":\"").append(1_000_000 + record);
        line.append("\",\"observedAt\":\"").append(START.plusSeconds(chance % 150_000_000));
        line.append("\",\"identifiers\":[");
        int first = (int) (chance >>> 8) % 3;
        identifier(line, Math.abs(first), person);
        if ((chance >>> 16) % 10 < 6) {
            line.append(',');
            identifier(line, (Math.abs(first) + 1) % 3, person);
        }
        line.append("],\"attributes\":{\"givenName\":\"").append(GIVEN[(int) (person % GIVEN.length)]);
        line.append("\",\"familyName\":\"").append(FAMILY[(int) (person % FAMILY.length)]);
        line.append("\",\"tier\":\"")
                .append((chance >>> 20 & 1) == 0 ? "gold" : "silver")
                .append("\"}}\n");
    }

    private static void identifier(StringBuilder line, int kind, long person) {
        line.append("{\"type\":\"");
        switch (kind) {
            case 0 -> line.append("email\",\"value\":\"user").append(person).append("@example.org");
            case 1 -> line.append("loyalty_id\",\"value\":\"L").append(10_000_000 + person);
            default -> line.append("crm_id\",\"value\":\"").append(20_000_000 + person);
        }
        line.append("\"}");
    }
}
