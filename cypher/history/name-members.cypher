// Ties decisions to the lasting traces of the members that they name.
// :params {rows: [{key: 'record:crm/1001', seq: 7}]}
UNWIND $rows AS row
MATCH (decision:Decision {seq: row.seq})
MERGE (trace:Trace {key: row.key})
CREATE (decision)-[:NAMES]->(trace)
