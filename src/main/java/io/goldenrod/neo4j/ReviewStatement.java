package io.goldenrod.neo4j;

/** What stewards ask of the graph, and note in it. */
enum ReviewStatement implements Statement {
    ADD_COMMENT("reviews/add-comment"),
    FIND_NOTES("reviews/find-notes"),
    LIST_ASSIGNED_NOTES("reviews/list-assigned-notes"),
    LIST_HELD_LINKS("reviews/list-held-links"),
    LIST_HELD_MATCHES("reviews/list-held-matches"),
    LIST_NOTES("reviews/list-notes"),
    LIST_POSSIBLE_MATCHES("reviews/list-possible-matches"),
    LIST_RECORD_ITEMS("reviews/list-record-items"),
    WRITE_NOTE("reviews/write-note");

    private final CypherFile file;

    ReviewStatement(String name) {
        this.file = CypherFile.read(name);
    }

    @Override
    public CypherFile file() {
        return file;
    }
}
