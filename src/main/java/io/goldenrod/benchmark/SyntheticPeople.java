package io.goldenrod.benchmark;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Records of people who do not exist, each a function of its number: seven records come from five people, three
 * identifiers and four attributes each. Two of the seven return to a person from anywhere in the past, so that a
 * larger graph is touched all over, and callers who take turns at the numbers meet in the same people.
 */
final class SyntheticPeople {

    private static final int BLOCK_RECORDS = 7;
    private static final int BLOCK_PEOPLE = 5;
    private static final long OBSERVED_FROM_SECONDS = 1_700_000_000L;

    private static final String[] GIVEN = {
        "Ada",
        "Grace",
        "Alan",
        "Edsger",
        "Barbara",
        "Donald",
        "Frances",
        "Kenneth",
        "Radia",
        "Tony",
        "Margaret",
        "John",
        "Katherine",
        "Dennis",
        "Hedy",
        "Claude",
        "Annie",
        "Niklaus",
        "Jean",
        "Leslie"
    };
    private static final String[] FAMILY = {
        "Lovelace", "Hopper", "Turing", "Dijkstra", "Liskov", "Knuth", "Allen", "Thompson", "Perlman", "Hoare",
        "Hamilton", "Backus", "Johnson", "Ritchie", "Lamarr", "Shannon", "Easley", "Wirth", "Bartik", "Lamport"
    };
    private static final String[] CITIES = {"London", "Leeds", "York", "Bath", "Derby", "Truro", "Wells", "Ripon"};

    private SyntheticPeople() {}

    /** The person of the record. */
    static long person(long number) {
        long block = number / BLOCK_RECORDS;
        int place = (int) (number % BLOCK_RECORDS);
        return place < BLOCK_PEOPLE
                ? block * BLOCK_PEOPLE + place
                : Long.remainderUnsigned(mix(number), (block + 1) * BLOCK_PEOPLE);
    }

    /** How many people the first records come from. */
    static long people(long records) {
        return records / BLOCK_RECORDS * BLOCK_PEOPLE + Math.min(records % BLOCK_RECORDS, BLOCK_PEOPLE);
    }

    static String email(long person) {
        return "person." + Long.toString(person, 36) + "@mail" + person % 97 + ".example";
    }

    /** The record as a line. */
    static byte[] line(long number) {
        long person = person(number);
        boolean returns = number % BLOCK_RECORDS >= BLOCK_PEOPLE;
        long seed = mix(person);
        String source = returns ? "web" : "crm";
        String third = returns
                ? identifier("cookie_id", "ck-" + Long.toHexString(mix(number)))
                : identifier("crm_id", "P" + (1_000_000 + person));
        String line = "{\"source\":\"" + source + "\",\"recordId\":\"" + number + "\",\"observedAt\":\""
                + java.time.Instant.ofEpochSecond(OBSERVED_FROM_SECONDS + number)
                + "\",\"identifiers\":[" + identifier("email", email(person)) + ','
                + identifier("phone", String.format(Locale.ROOT, "+4477%08d", person)) + ',' + third
                + "],\"attributes\":{\"givenName\":\"" + pick(GIVEN, seed)
                + "\",\"familyName\":\"" + pick(FAMILY, seed >>> 8)
                + "\",\"birthDate\":\""
                + String.format(
                        Locale.ROOT,
                        "%04d-%02d-%02d",
                        1940 + Math.floorMod(seed >>> 16, 65),
                        1 + Math.floorMod(seed >>> 24, 12),
                        1 + Math.floorMod(seed >>> 32, 28))
                + "\",\"city\":\"" + pick(CITIES, seed >>> 40) + "\"}}\n";
        return line.getBytes(StandardCharsets.UTF_8);
    }

    private static String identifier(String type, String value) {
        return "{\"type\":\"" + type + "\",\"value\":\"" + value + "\"}";
    }

    private static String pick(String[] from, long seed) {
        return from[(int) Math.floorMod(seed, (long) from.length)];
    }

    /** The finaliser of SplitMix64 (Steele, Lea, Flood 2014). */
    static long mix(long number) {
        long z = number + 0x9e3779b97f4a7c15L;
        z = (z ^ z >>> 30) * 0xbf58476d1ce4e5b9L;
        z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
        return z ^ z >>> 31;
    }
}
