package io.goldenrod.neo4j;

/** What is asked about decisions as such. */
enum AuditStatement implements Statement {
    FIND_BEYOND("audit/find-beyond"),
    LIST_DECISIONS("audit/list-decisions"),
    LIST_OF_CUSTOMER("audit/list-of-customer"),
    LIST_OF_MEMBER("audit/list-of-member"),
    LIST_NEWEST("audit/list-newest"),
    LIST_NEWEST_OF_CUSTOMER("audit/list-newest-of-customer"),
    LIST_NEWEST_OF_MEMBER("audit/list-newest-of-member"),
    PAGE_LINKS("audit/page-links"),
    READ_HEAD("audit/read-head");

    private final CypherFile file;

    AuditStatement(String name) {
        this.file = CypherFile.read(name);
    }

    @Override
    public CypherFile file() {
        return file;
    }
}
