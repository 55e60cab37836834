// Links records to their customers.
// :params {rows: [{from: 'crm/1', to: 'C360PRAS9BVGNVASWTCHPTRR5WA'}]}
UNWIND $rows AS row
MATCH (member:Record {key: row.from})
MATCH (customer:Customer {id: row.to})
MERGE (member)-[:RESOLVED_TO]->(customer)
