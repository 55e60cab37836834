// Unties records.
// :params {rows: [{left: 'crm/1001', right: 'web/77'}]}
UNWIND $rows AS row
MATCH (left:Record {key: row.left})
MATCH (left)-[pair:MATCHED|POSSIBLE_MATCH]->(right:Record)
WHERE right.key = row.right
DELETE pair
