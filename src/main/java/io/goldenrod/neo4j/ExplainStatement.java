package io.goldenrod.neo4j;

/** What an explanation asks of the graph. */
enum ExplainStatement implements Statement {
    FIND_RECORDS("explain/find-records"),
    FIND_IDENTIFIERS("explain/find-identifiers"),
    FIND_FOUNDER("explain/find-founder"),
    FIND_OLDEST_RECORD("explain/find-oldest-record"),
    EXPAND_RECORDS("explain/expand-records"),
    EXPAND_MATCHES("explain/expand-matches"),
    EXPAND_IDENTIFIERS("explain/expand-identifiers"),
    EXPAND_ASSERTIONS("explain/expand-assertions"),
    LIST_ASSERTIONS("explain/list-assertions"),
    DESCRIBE_ASSERTIONS("explain/describe-assertions"),
    LIST_ASSERTIONS_BETWEEN("explain/list-assertions-between"),
    LIST_LINKS("explain/list-links"),
    LIST_MATCHES("explain/list-matches"),
    DESCRIBE_MATCHES("explain/describe-matches"),
    LIST_DECISIONS("explain/list-decisions"),
    LIST_MERGES("explain/list-merges"),
    LIST_HELD_LINKS("explain/list-held-links"),
    LIST_IDENTIFIER_LINKS("explain/list-identifier-links"),
    LIST_SUPPRESSED("explain/list-suppressed"),
    LIST_PAIRS("explain/list-pairs"),
    SAMPLE_RECORDS("explain/sample-records");

    private final CypherFile file;

    ExplainStatement(String name) {
        this.file = CypherFile.read(name);
    }

    @Override
    public CypherFile file() {
        return file;
    }
}
