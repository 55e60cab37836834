package io.goldenrod.neo4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class MigrationTests {

    @Test
    void readsItsNumberAndPurposeFromItsName() {
        Migration migration = Migration.of("V012__rename-things.cypher", "RETURN 1;\nRETURN 2;\n");
        assertThat(migration.version()).isEqualTo(12);
        assertThat(migration.label()).isEqualTo("V012 (rename things)");
        assertThat(migration.statements()).hasSize(2);
        assertThat(migration.statements().get(1).file().name())
                .isEqualTo("migrations/V012__rename-things.cypher, statement 2");
    }

    @Test
    void hasTheSameChecksumWhicheverWayLinesEnd() {
        String unix = Migration.of("V001__a.cypher", "RETURN\n1;\n").checksum();
        assertThat(Migration.of("V001__a.cypher", "RETURN\r\n1;\r\n").checksum())
                .isEqualTo(unix);
        assertThat(Migration.of("V001__a.cypher", "RETURN\n2;\n").checksum()).isNotEqualTo(unix);
    }

    @Test
    void refusesANameWithoutANumberAndAGapInTheNumbers() {
        assertThatThrownBy(() -> Migration.of("create.cypher", "RETURN 1")).hasMessageContaining("V001__");
        Migration first = Migration.of("V001__a.cypher", "RETURN 1");
        Migration third = Migration.of("V003__a.cypher", "RETURN 1");
        assertThatThrownBy(() -> Migration.inOrder(List.of(third, first))).hasMessageContaining("V002 is missing");
        assertThatThrownBy(() -> Migration.inOrder(List.of(first, first))).hasMessageContaining("V002 is missing");
        assertThat(Migration.inOrder(List.of(first))).containsExactly(first);
    }

    @Test
    void expectsTheConstraintsThatAreLeftInTheEnd() {
        List<Migration> migrations = List.of(
                Migration.of(
                        "V001__a.cypher",
                        "CREATE CONSTRAINT a IF NOT EXISTS FOR (n:A) REQUIRE n.a IS UNIQUE;"
                                + "CREATE CONSTRAINT b IF NOT EXISTS FOR (n:B) REQUIRE n.b IS UNIQUE"),
                Migration.of("V002__b.cypher", "DROP CONSTRAINT a IF EXISTS"));
        assertThat(Migration.constraints(migrations)).containsExactly("b");
        assertThat(Migration.constraints(Migration.all()))
                .contains("record_key", "identifier_key", "customer_id", "decision_seq", "source_name", "refusal_id")
                .contains("sequence_name", "policy_hash");
    }
}
