package io.goldenrod.neo4j;

/** What stewards say of members. */
enum AssertionStatement implements Statement {
    ADD_ASSERTION("assertions/add-assertion"),
    FIND_ASSERTION("assertions/find-assertion"),
    FIND_ASSERTIONS("assertions/find-assertions"),
    LIST_ASSERTIONS("assertions/list-assertions"),
    LIST_MEMBER_ASSERTIONS("assertions/list-member-assertions"),
    LIST_TIES("assertions/list-ties"),
    RETRACT_ASSERTION("assertions/retract-assertion"),
    TIE_ASSERTIONS("assertions/tie-assertions");

    private final CypherFile file;

    AssertionStatement(String name) {
        this.file = CypherFile.read(name);
    }

    @Override
    public CypherFile file() {
        return file;
    }
}
