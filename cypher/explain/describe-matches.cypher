// Tells all of some matches.
// :params {rows: [{left: 'crm/1001', right: 'web/77'}]}
UNWIND $rows AS row
MATCH (left:Record {key: row.left})
MATCH (left)-[pair:MATCHED]->(right:Record)
WHERE right.key = row.right
RETURN left.key AS left, right.key AS right, type(pair) AS type, pair.weight AS weight,
       pair.probability AS probability, pair.held AS held, pair.detail AS detail, pair.rules AS rules,
       pair.model AS model, pair.breakdown AS breakdown
