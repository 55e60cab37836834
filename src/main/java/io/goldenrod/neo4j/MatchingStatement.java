package io.goldenrod.neo4j;

/** What matching asks of the graph, and does to it. */
enum MatchingStatement implements Statement {
    COUNT_BLOCKS("matching/count-blocks"),
    CREATE_BLOCKS("matching/create-blocks"),
    ENTER_BLOCKS("matching/enter-blocks"),
    FIND_BLOCKS("matching/find-blocks"),
    FIND_SAID("matching/find-said"),
    HOLD_MATCHES("matching/hold-matches"),
    LEAVE_BLOCKS("matching/leave-blocks"),
    LIST_BLOCKS("matching/list-blocks"),
    LIST_PAIRS("matching/list-pairs"),
    REMOVE_BLOCKS("matching/remove-blocks"),
    REMOVE_PAIRS("matching/remove-pairs"),
    SAMPLE_BLOCK("matching/sample-block"),
    WRITE_MATCHES("matching/write-matches"),
    WRITE_POSSIBLE_MATCHES("matching/write-possible-matches");

    private final CypherFile file;

    MatchingStatement(String name) {
        this.file = CypherFile.read(name);
    }

    @Override
    public CypherFile file() {
        return file;
    }
}
