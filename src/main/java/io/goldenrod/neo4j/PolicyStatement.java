package io.goldenrod.neo4j;

/** What the graph keeps of the policies that decided it. */
enum PolicyStatement implements Statement {
    ADOPT_POLICY("policy/adopt-policy"),
    BEGIN_CHANGE("policy/begin-change"),
    CLAIM_CHANGE("policy/claim-change"),
    COUNT_RECORDS("policy/count-records"),
    FIND_PAYLOADS("policy/find-payloads"),
    FIND_POLICY("policy/find-policy"),
    FIND_TERM("policy/find-term"),
    FINISH_CHANGE("policy/finish-change"),
    KEEP_MODEL("policy/keep-model"),
    LIST_KEYS("policy/list-keys"),
    LIST_TERMS("policy/list-terms"),
    NOTE_CHANGE("policy/note-change"),
    PAGE_RECORDS("policy/page-records"),
    READ_PROGRESS("policy/read-progress"),
    READ_STANDING("policy/read-standing");

    private final CypherFile file;

    PolicyStatement(String name) {
        this.file = CypherFile.read(name);
    }

    @Override
    public CypherFile file() {
        return file;
    }
}
