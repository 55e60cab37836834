package io.goldenrod.neo4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class CypherFileTests {

    @Test
    void leavesOutWhatStandsAboveTheStatement() {
        assertThat(CypherFile.strip("// Says why.\n// :params {}\n\nMATCH (n)\n// within\nRETURN n;\n"))
                .isEqualTo("MATCH (n)\n// within\nRETURN n");
    }

    @Test
    void saysWhichFileIsMissing() {
        assertThatThrownBy(() -> CypherFile.read("no/such-file"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("/cypher/no/such-file.cypher is missing");
    }

    @Test
    void takesAFileApartAtItsSemicolonsOnly() {
        String text = """
                // First; of all.
                CREATE (a {x: 'one; two', y: "it\\";"});
                /* not; here */ MATCH (`odd;name`) // nor; here
                RETURN 1;

                ;
                RETURN 2
                """;
        assertThat(StatementSplitter.split(text))
                .isEqualTo(List.of(
                        "CREATE (a {x: 'one; two', y: \"it\\\";\"})",
                        "/* not; here */ MATCH (`odd;name`) // nor; here\nRETURN 1",
                        "RETURN 2"));
    }
}
