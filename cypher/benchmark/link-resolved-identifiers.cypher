// Links identifiers to their customers.
// :params {rows: [{from: 'email:ada@example.org', to: 'C360PRAS9BVGNVASWTCHPTRR5WA'}]}
UNWIND $rows AS row
MATCH (member:Identifier {key: row.from})
MATCH (customer:Customer {id: row.to})
MERGE (member)-[:RESOLVED_TO]->(customer)
