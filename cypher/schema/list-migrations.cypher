// Lists the migrations that were applied, oldest first; version 0 is only their lock.
// :params {}
MATCH (migration:Migration)
WHERE migration.version > 0
RETURN migration.version AS version, migration.description AS description, migration.checksum AS checksum
ORDER BY version
