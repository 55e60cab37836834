// Reads the latest migration, which takes a store that works.
// :params {}
MATCH (migration:Migration)
RETURN max(migration.version) AS version
