// Makes a migration's version unique, which is also what makes its lock exclusive.
// :params {}
CREATE CONSTRAINT migration_version IF NOT EXISTS
FOR (migration:Migration) REQUIRE migration.version IS UNIQUE
