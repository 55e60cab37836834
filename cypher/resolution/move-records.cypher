// Gives records to other customers.
// :params {rows: [{key: 'crm/1001', customer: 'C0123456789ABCDEFGHJKMNPQRS'}]}
UNWIND $rows AS row
MATCH (member:Record {key: row.key})
OPTIONAL MATCH (member)-[resolved:RESOLVED_TO]->()
DELETE resolved
WITH DISTINCT member, row
MATCH (customer:Customer {id: row.customer})
CREATE (member)-[:RESOLVED_TO]->(customer)
SET member.customer = row.customer
