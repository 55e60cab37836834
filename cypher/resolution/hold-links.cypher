// Holds links, or releases them.
// :params {rows: [{record: 'crm/1001', identifier: 'email:ada@example.org', held: 'LIMIT', detail: 'crm_id: 2,
// at most 1'}]}
UNWIND $rows AS row
MATCH (record:Record {key: row.record})
MATCH (record)-[observed:OBSERVED]->(identifier:Identifier)
WHERE identifier.key = row.identifier
SET observed.held = row.held, observed.detail = row.detail
