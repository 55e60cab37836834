// Lets one instance at a time migrate: the others wait here until its transaction ends.
// :params {}
MERGE (migration:Migration {version: 0})
SET migration.description = 'the lock of migrations', migration.at = datetime()
RETURN migration.version AS version
