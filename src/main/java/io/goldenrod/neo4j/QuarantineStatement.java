package io.goldenrod.neo4j;

/** What keeps refused lines. */
enum QuarantineStatement implements Statement {
    ADD_REFUSALS("quarantine/add-refusals"),
    LIST_REFUSALS("quarantine/list-refusals"),
    FIND_REFUSAL("quarantine/find-refusal"),
    DELETE_REFUSAL("quarantine/delete-refusal");

    private final CypherFile file;

    QuarantineStatement(String name) {
        this.file = CypherFile.read(name);
    }

    @Override
    public CypherFile file() {
        return file;
    }
}
