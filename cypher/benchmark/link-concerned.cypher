// Links decisions to the customers that they are about.
// :params {rows: [{from: 1, to: 'C360PRAS9BVGNVASWTCHPTRR5WA'}]}
UNWIND $rows AS row
MATCH (decision:Decision {seq: row.from})
MATCH (customer:Customer {id: row.to})
MERGE (decision)-[:CONCERNS]->(customer)
