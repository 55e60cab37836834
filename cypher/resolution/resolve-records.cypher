// Gives new records to their customers.
// :params {rows: [{key: 'crm/1001', customer: 'C0123456789ABCDEFGHJKMNPQRS'}]}
UNWIND $rows AS row
MATCH (record:Record {key: row.key})
MATCH (customer:Customer {id: row.customer})
CREATE (record)-[:RESOLVED_TO]->(customer)
