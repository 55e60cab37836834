package io.goldenrod.neo4j;

/** What keeps the past, and what is asked about it. */
enum HistoryStatement implements Statement {
    DATE_IDENTIFIERS("history/date-identifiers"),
    DATE_RECORDS("history/date-records"),
    NAME_MEMBERS("history/name-members"),
    TURN_CUSTOMERS("history/turn-customers");

    private final CypherFile file;

    HistoryStatement(String name) {
        this.file = CypherFile.read(name);
    }

    @Override
    public CypherFile file() {
        return file;
    }
}
