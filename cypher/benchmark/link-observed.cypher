// Links records to the identifiers that they carry.
// :params {rows: [{from: 'crm/1', to: 'email:ada@example.org', at: datetime('2026-01-01T00:00:00Z')}]}
UNWIND $rows AS row
MATCH (record:Record {key: row.from})
MATCH (identifier:Identifier {key: row.to})
MERGE (record)-[observed:OBSERVED]->(identifier)
SET observed.at = row.at
