// Ends customers: retires those without survivors, and points the others at theirs, the founder's first.
// :params {rows: [{id: 'C0123456789ABCDEFGHJKMNPQRS', status: 'MERGED', survivors: ['C0000000000ABCDEFGHJKMNPQRS'],
// decision: 7}]}
UNWIND $rows AS row
MATCH (customer:Customer {id: row.id})
OPTIONAL MATCH (customer)-[into:MERGED_INTO]->()
DELETE into
WITH DISTINCT customer, row
SET customer:Former, customer.status = row.status
WITH customer, row
UNWIND range(0, size(row.survivors) - 1) AS position
MATCH (survivor:Customer {id: row.survivors[position]})
CREATE (customer)-[:MERGED_INTO {founder: position = 0, decision: row.decision}]->(survivor)
