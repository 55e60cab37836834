package io.goldenrod.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.GraphDatabase;

class EmbeddedNeo4jIT {

    @TempDir
    Path directory;

    @Test
    void keepsItsDataOverARestartAndStopsWithinTwoSeconds() {
        try (EmbeddedNeo4j database = EmbeddedNeo4j.start(small(directory))) {
            run(database, "CREATE (:Kept {key: 'a'})");
        }
        EmbeddedNeo4j again = EmbeddedNeo4j.start(small(directory));
        assertThat(run(again, "MATCH (n:Kept) RETURN count(n) AS n")).isEqualTo(1L);
        long start = System.nanoTime();
        again.close();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void refusesADirectoryInUse() {
        try (EmbeddedNeo4j first = EmbeddedNeo4j.start(small(directory))) {
            assertThat(first.boltUri()).startsWith("bolt://127.0.0.1:");
            assertThatThrownBy(() -> EmbeddedNeo4j.start(small(directory)))
                    .isInstanceOf(EmbeddedStartException.class)
                    .hasMessageContaining("is in use by another instance")
                    .hasMessageNotContaining("\n");
            assertThat(run(first, "RETURN 1 AS n")).isEqualTo(1L);
        }
    }

    @Test
    void refusesADirectoryThatIsAFile() throws Exception {
        Path file = Files.writeString(directory.resolve("file"), "not a directory");
        assertThatThrownBy(() -> EmbeddedNeo4j.start(small(file)))
                .isInstanceOf(EmbeddedStartException.class)
                .hasMessageContaining("cannot be written");
    }

    @Test
    void refusesATakenPort() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(
                            () -> EmbeddedNeo4j.start(new EmbeddedSettings(directory, taken.getLocalPort(), 64L << 20)))
                    .isInstanceOf(EmbeddedStartException.class)
                    .hasMessageContaining("port " + taken.getLocalPort() + " on 127.0.0.1 is taken");
        }
        EmbeddedNeo4j.start(small(directory)).close();
    }

    @Test
    void refusesAStoreOfANewerVersion() throws Exception {
        EmbeddedNeo4j.start(small(directory)).close();
        writeStoreVersion(9);
        long start = System.nanoTime();
        assertThatThrownBy(() -> EmbeddedNeo4j.start(small(directory)))
                .isInstanceOf(EmbeddedStartException.class)
                .hasMessageContaining("was written by a newer version of Neo4j")
                .hasMessageNotContaining("\n");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
        writeStoreVersion(1);
        EmbeddedNeo4j.start(small(directory)).close();
    }

    /** The store's format stands in its first file as a length, a name, a one, and its version. */
    private void writeStoreVersion(int version) throws Exception {
        Path store = directory.resolve("neo4j/data/databases/neo4j/neostore");
        byte[] bytes = Files.readAllBytes(store);
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        int at = text.indexOf("\7aligned") + "\7aligned".length();
        assertThat(at).isGreaterThan("\7aligned".length());
        bytes[at + 1] = (byte) version;
        Files.write(store, bytes);
    }

    private static EmbeddedSettings small(Path directory) {
        return new EmbeddedSettings(directory, 0, 64L << 20);
    }

    private static Object run(EmbeddedNeo4j database, String cypher) {
        try (var driver = GraphDatabase.driver(database.boltUri())) {
            var records = driver.executableQuery(cypher).execute().records();
            return records.isEmpty() ? null : records.get(0).get(0).asObject();
        }
    }
}
