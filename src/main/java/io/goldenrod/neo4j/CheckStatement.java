package io.goldenrod.neo4j;

/** What a check reads of the whole graph. */
enum CheckStatement implements Statement {
    COUNT_ASSERTIONS("check/count-assertions"),
    PAGE_ASSERTIONS("check/page-assertions"),
    PAGE_BLOCKS("check/page-blocks"),
    PAGE_CUSTOMERS("check/page-customers"),
    PAGE_DECISIONS("check/page-decisions"),
    PAGE_IDENTIFIERS("check/page-identifiers"),
    PAGE_RECORDS("check/page-records"),
    READ_STANDING("check/read-standing");

    private final CypherFile file;

    CheckStatement(String name) {
        this.file = CypherFile.read(name);
    }

    @Override
    public CypherFile file() {
        return file;
    }
}
