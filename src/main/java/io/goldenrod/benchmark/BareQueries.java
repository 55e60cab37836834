package io.goldenrod.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.neo4j.driver.Driver;

/** What the database answers when it is asked for no more than the least, over the driver. */
final class BareQueries {

    private final Driver driver;
    private final long people;

    BareQueries(Driver driver, long people) {
        this.driver = driver;
        this.people = people;
    }

    /** Looks so many keys up in one query. */
    void keys(long first, int count) {
        List<String> keys = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            keys.add("email:" + email(first + i));
        }
        int found = driver.executableQuery(BareStatement.FIND_KEYS.text())
                .withParameters(Map.of("keys", keys))
                .execute()
                .records()
                .size();
        if (found != count) {
            throw new IllegalStateException(count + " identifiers were asked for, and " + found + " are there");
        }
    }

    /** How long the members of a customer take, the median. */
    double traversalMillis(double seconds) {
        long end = System.nanoTime() + (long) (seconds * 1e9);
        List<Double> times = new ArrayList<>();
        for (long number = 0; times.isEmpty() || System.nanoTime() < end; number++) {
            long start = System.nanoTime();
            driver.executableQuery(BareStatement.COUNT_MEMBERS.text())
                    .withParameters(Map.of("key", "email:" + email(number)))
                    .execute();
            times.add((System.nanoTime() - start) / 1e6);
        }
        return Figure.median(times);
    }

    private String email(long number) {
        return SyntheticPeople.email(Long.remainderUnsigned(SyntheticPeople.mix(number), people));
    }

    long people() {
        return people;
    }
}
