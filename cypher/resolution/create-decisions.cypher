// Appends decisions, each tied to the customers that it concerns.
// :params {rows: [{properties: {seq: 1, kind: 'CREATED'}, concerns: ['C0123456789ABCDEFGHJKMNPQRS']}]}
UNWIND $rows AS row
CREATE (decision:Decision)
SET decision = row.properties
WITH decision, row
UNWIND row.concerns AS id
MATCH (customer:Customer {id: id})
CREATE (decision)-[:CONCERNS]->(customer)
