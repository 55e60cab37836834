package io.goldenrod.neo4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenrod.testkit.Neo4jUnderTest;
import io.goldenrod.testkit.OnEachNeo4j;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** Every statement against the database's own planner, on a small graph that has each label, type and property. */
@OnEachNeo4j
class StatementIT {

    private static final String SMALL_GRAPH = "/small-graph.cypher";

    @Parameter
    Neo4jUnderTest neo4j;

    @Test
    void explainsEveryStatementWithItsExampleAndWithoutAWarning() throws IOException {
        try (InputStream in = StatementIT.class.getResourceAsStream(SMALL_GRAPH)) {
            for (String statement : StatementSplitter.split(new String(in.readAllBytes(), StandardCharsets.UTF_8))) {
                neo4j.query(statement);
            }
        }
        List<String> complaints = new ArrayList<>();
        for (Path file : files()) {
            String content = Files.readString(file);
            try {
                List<String> notifications = neo4j.explain(CypherFile.strip(content), example(neo4j, content));
                notifications.forEach(each -> complaints.add(file + ": " + each));
            } catch (RuntimeException e) {
                complaints.add(file + ": " + e.getMessage());
            }
        }
        assertThat(complaints).isEmpty();
    }

    /** The map after {@code // :params}, which may go on over further comment lines. */
    static Map<String, Object> example(Neo4jUnderTest neo4j, String content) {
        String text = content.lines()
                .takeWhile(line -> line.startsWith("//"))
                .map(line -> line.substring(2).strip())
                .dropWhile(line -> !line.startsWith(":params"))
                .collect(Collectors.joining(" "));
        @SuppressWarnings("unchecked")
        Map<String, Object> parameters =
                (Map<String, Object>) neo4j.query("RETURN " + text.substring(":params".length()) + " AS parameters")
                        .get(0)
                        .get("parameters");
        return parameters;
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("cypher"))) {
            return files.filter(file -> file.toString().endsWith(".cypher"))
                    .filter(file -> !file.startsWith(Path.of("cypher", "migrations")))
                    .sorted()
                    .toList();
        }
    }
}
