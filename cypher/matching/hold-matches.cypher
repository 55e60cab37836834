// Holds matches, or releases them.
// :params {rows: [{left: 'crm/1001', right: 'web/77', held: 'CHAIN', detail: 'mean weight -3.2 over 12 pairs, at
// least 0.0'}]}
UNWIND $rows AS row
MATCH (left:Record {key: row.left})
MATCH (left)-[pair:MATCHED]->(right:Record)
WHERE right.key = row.right
SET pair.held = row.held, pair.detail = row.detail
