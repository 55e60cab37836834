package io.goldenrod.neo4j;

/** What the service is asked about the graph. */
enum ReadStatement implements Statement {
    FIND_CUSTOMERS("resolve/find-customers"),
    FIND_CARRIERS("resolve/find-carriers"),
    EXPAND_MATCHES("customers/expand-matches"),
    FIND_CANDIDATES("resolve/find-candidates"),
    FIND_CUSTOMER("customers/find-customer"),
    LIST_FORMER("customers/list-former"),
    LIST_RECORDS("customers/list-records"),
    LIST_IDENTIFIERS("customers/list-identifiers"),
    LIST_DECISIONS("customers/list-decisions"),
    LIST_DECISIONS_BACK("customers/list-decisions-back"),
    LIST_MEMBERS("customers/list-members"),
    EXPAND_RECORDS("customers/expand-records"),
    EXPAND_IDENTIFIERS("customers/expand-identifiers"),
    FIND_RECORD("records/find-record"),
    LIST_HISTORY("records/list-history"),
    COUNT_ALL("statistics/count-all"),
    COUNT_SIZES("statistics/count-sizes"),
    COUNT_ACTIVITY("statistics/count-activity"),
    COUNT_SOURCE("statistics/count-source"),
    SAMPLE_SOURCE("statistics/sample-source"),
    LIST_SOURCES("statistics/list-sources"),
    LIST_CARRIED("statistics/list-carried"),
    LIST_SUPPRESSED("statistics/list-suppressed"),
    LIST_REQUESTS("statistics/list-requests"),
    FIND_DECISION_RANGE("statistics/find-decision-range"),
    FIND_DECISION_TIMES("statistics/find-decision-times");

    private final CypherFile file;

    ReadStatement(String name) {
        this.file = CypherFile.read(name);
    }

    @Override
    public CypherFile file() {
        return file;
    }
}
