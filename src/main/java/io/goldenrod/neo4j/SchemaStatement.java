package io.goldenrod.neo4j;

/** What keeps the schema as this program expects it. */
enum SchemaStatement implements Statement {
    AWAIT_INDEXES("schema/await-indexes"),
    CREATE_MIGRATION_CONSTRAINT("schema/create-migration-constraint"),
    LIST_CONSTRAINTS("schema/list-constraints"),
    LIST_MIGRATIONS("schema/list-migrations"),
    LOCK_MIGRATIONS("schema/lock-migrations"),
    READ_SERVER_VERSION("schema/read-server-version"),
    READ_SCHEMA_VERSION("schema/read-schema-version"),
    RECORD_MIGRATION("schema/record-migration");

    private final CypherFile file;

    SchemaStatement(String name) {
        this.file = CypherFile.read(name);
    }

    @Override
    public CypherFile file() {
        return file;
    }
}
