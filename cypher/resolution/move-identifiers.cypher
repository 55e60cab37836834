// Gives identifiers to other customers.
// :params {rows: [{key: 'email:ada@example.org', customer: 'C0123456789ABCDEFGHJKMNPQRS'}]}
UNWIND $rows AS row
MATCH (member:Identifier {key: row.key})
OPTIONAL MATCH (member)-[resolved:RESOLVED_TO]->()
DELETE resolved
WITH DISTINCT member, row
MATCH (customer:Customer {id: row.customer})
CREATE (member)-[:RESOLVED_TO]->(customer)
SET member.customer = row.customer
