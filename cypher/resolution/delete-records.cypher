// Deletes records whose links were taken away; their traces name the decision that they came by.
// :params {keys: ['crm/1001']}
UNWIND $keys AS key
MATCH (record:Record {key: key})
WITH record, 'record:' + key AS member, record.since AS since
DETACH DELETE record
WITH member, since
MATCH (decision:Decision {seq: since})
MERGE (trace:Trace {key: member})
CREATE (decision)-[:NAMES]->(trace)
