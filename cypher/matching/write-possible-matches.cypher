// Ties records that a steward should look at.
// :params {rows: [{left: 'crm/1001', right: 'web/77', properties: {weight: 0.5, probability: 0.59, rules: ['name'],
// model: 'a1', breakdown: ['birthDate=exact 10.31']}}]}
UNWIND $rows AS row
MATCH (left:Record {key: row.left})
MATCH (right:Record {key: row.right})
MERGE (left)-[pair:POSSIBLE_MATCH]->(right)
SET pair += row.properties
