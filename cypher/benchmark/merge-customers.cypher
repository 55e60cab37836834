// Writes customers and nothing else, the floor of resolving them.
// :params {rows: [{id: 'C360PRAS9BVGNVASWTCHPTRR5WA'}]}
UNWIND $rows AS row
MERGE (customer:Customer {id: row.id})
SET customer = row
