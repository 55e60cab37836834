// Records a migration that was applied.
// :params {version: 1, description: 'create constraints', checksum: 'b5bb9d8014a0f9b1d61e21e796d78dcc'}
MERGE (migration:Migration {version: $version})
ON CREATE SET migration.description = $description, migration.checksum = $checksum, migration.at = datetime()
RETURN migration.checksum AS checksum
