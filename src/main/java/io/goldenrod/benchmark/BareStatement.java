package io.goldenrod.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The least that a database can be asked to do, in the files of {@code cypher/benchmark}; in the order of writing. */
enum BareStatement {
    REQUIRE_RECORD_KEY,
    REQUIRE_IDENTIFIER_KEY,
    REQUIRE_CUSTOMER_ID,
    REQUIRE_DECISION_SEQ,
    MERGE_RECORDS,
    MERGE_IDENTIFIERS,
    MERGE_CUSTOMERS,
    LINK_OBSERVED,
    LINK_RESOLVED_RECORDS,
    LINK_RESOLVED_IDENTIFIERS,
    MERGE_DECISIONS,
    LINK_CONCERNED,
    READ_RESOLVED,
    FIND_KEYS,
    COUNT_MEMBERS;

    private final String text;

    BareStatement() {
        String path = "/cypher/" + file() + ".cypher";
        try (InputStream in = BareStatement.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("this program is incomplete: " + path + " is missing");
            }
            text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(path + " cannot be read", e);
        }
    }

    /** Below {@code cypher/}, without the ending. */
    String file() {
        return "benchmark/" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String text() {
        return text;
    }
}
