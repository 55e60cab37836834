// Ties records that match; what holds a link that was there before is left as it is.
// :params {rows: [{left: 'crm/1001', right: 'web/77', properties: {weight: 12.5, probability: 0.999, rules: ['name'],
// model: 'a1', breakdown: ['birthDate=exact 10.31']}}]}
UNWIND $rows AS row
MATCH (left:Record {key: row.left})
MATCH (right:Record {key: row.right})
MERGE (left)-[pair:MATCHED]->(right)
SET pair += row.properties
