package io.goldenrod.neo4j;

/** What is asked about the surroundings of members, in steps. */
enum NeighbourStatement implements Statement {
    LIST_HUBS("neighbours/list-hubs"),
    LIST_CARRIERS("neighbours/list-carriers"),
    LIST_EXCEPTIONS("neighbours/list-exceptions"),
    LIST_SUPPRESSED("neighbours/list-suppressed"),
    LIST_OF_RECORD("neighbours/list-of-record"),
    LIST_OF_IDENTIFIER("neighbours/list-of-identifier"),
    DESCRIBE_MEMBERS("neighbours/describe-members"),
    LIST_TIES("neighbours/list-ties");

    private final CypherFile file;

    NeighbourStatement(String name) {
        this.file = CypherFile.read(name);
    }

    @Override
    public CypherFile file() {
        return file;
    }
}
