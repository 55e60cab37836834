package io.goldenrod.neo4j;

/** What keeps the past, and what is asked about it. */
enum HistoryStatement implements Statement {
    COUNT_CARRIERS("history/count-carriers"),
    DATE_IDENTIFIERS("history/date-identifiers"),
    DATE_RECORDS("history/date-records"),
    FIND_CONTENTS("history/find-contents"),
    FIND_POLICY("history/find-policy"),
    FIND_SINCE("history/find-since"),
    LIST_ABSORBED("history/list-absorbed"),
    LIST_CARRIERS("history/list-carriers"),
    LIST_CONCERNING("history/list-concerning"),
    LIST_DECISIONS("history/list-decisions"),
    LIST_NAMED("history/list-named"),
    LIST_TURNS("history/list-turns"),
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
