package io.goldenrod.neo4j;

/** What the graph keeps of the policy that decided it. */
enum PolicyStatement implements Statement {
    ADOPT_POLICY("policy/adopt-policy"),
    BEGIN_RESCORING("policy/begin-rescoring"),
    FINISH_RESCORING("policy/finish-rescoring"),
    NOTE_RESCORED("policy/note-rescored"),
    READ_POLICY("policy/read-policy");

    private final CypherFile file;

    PolicyStatement(String name) {
        this.file = CypherFile.read(name);
    }

    @Override
    public CypherFile file() {
        return file;
    }
}
