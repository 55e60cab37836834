package io.goldenrod.neo4j;

import java.time.Duration;
import java.util.Objects;

/**
 * How to reach a Neo4j, and how long to wait for it.
 *
 * @param uri {@code bolt://}, {@code neo4j://} or their {@code +s} and {@code +ssc} forms
 * @param username empty for a database that asks for none, as the embedded one
 * @param password never shown
 * @param database the name of the database on that server
 * @param callDeadline within which a transaction, its repetitions included, has ended or failed: 10 ms to 1 h
 * @param acquisitionTimeout how long to wait for a free connection or a new one: 10 ms to {@code callDeadline}
 * @param connectionsMax connections kept at most, 1 to 1,000; one more transaction than that waits
 * @param attemptsMax how often a transaction is tried while its failure is transient, 1 to 100
 */
public record DatabaseSettings(
        String uri,
        String username,
        String password,
        String database,
        Duration callDeadline,
        Duration acquisitionTimeout,
        int connectionsMax,
        int attemptsMax) {

    private static final Duration TIME_MIN = Duration.ofMillis(10);
    private static final Duration TIME_MAX = Duration.ofHours(1);

    public DatabaseSettings {
        Objects.requireNonNull(uri, "uri");
        Objects.requireNonNull(username, "username");
        Objects.requireNonNull(password, "password");
        Objects.requireNonNull(database, "database");
        requireWithin("callDeadline", callDeadline, TIME_MAX);
        requireWithin("acquisitionTimeout", acquisitionTimeout, callDeadline);
        requireWithin("connectionsMax", connectionsMax, 1_000);
        requireWithin("attemptsMax", attemptsMax, 100);
        if (username.isEmpty() != password.isEmpty()) {
            throw new IllegalArgumentException("username and password are set together, or neither is");
        }
        if (database.isEmpty()) {
            throw new IllegalArgumentException("database is not empty");
        }
    }

    /** For a database without a password, as the embedded one; the rest as by default. */
    public static DatabaseSettings of(String uri) {
        return new DatabaseSettings(uri, "", "", "neo4j", Duration.ofSeconds(30), Duration.ofSeconds(10), 50, 50);
    }

    public DatabaseSettings withCredentials(String newUsername, String newPassword) {
        return new DatabaseSettings(
                uri, newUsername, newPassword, database, callDeadline, acquisitionTimeout, connectionsMax, attemptsMax);
    }

    public DatabaseSettings withCallDeadline(Duration newCallDeadline) {
        Duration timeout = acquisitionTimeout.compareTo(newCallDeadline) < 0 ? acquisitionTimeout : newCallDeadline;
        return new DatabaseSettings(
                uri, username, password, database, newCallDeadline, timeout, connectionsMax, attemptsMax);
    }

    @Override
    public String toString() {
        return "DatabaseSettings[uri=" + uri + ", username=" + username + ", database=" + database + "]";
    }

    private static void requireWithin(String name, Duration value, Duration max) {
        Objects.requireNonNull(value, name);
        if (value.compareTo(TIME_MIN) < 0 || value.compareTo(max) > 0) {
            throw new IllegalArgumentException(name + " is " + TIME_MIN.toMillis() + " to " + max.toMillis()
                    + " milliseconds, not " + value.toMillis());
        }
    }

    private static void requireWithin(String name, int value, int max) {
        if (value < 1 || value > max) {
            throw new IllegalArgumentException(name + " is 1 to " + max + ", not " + value);
        }
    }
}
