// Removes identifiers that no record carries; their traces name the decision that they came by.
// :params {keys: ['email:ada@example.org']}
UNWIND $keys AS key
MATCH (identifier:Identifier {key: key})
WHERE NOT (identifier)<-[:OBSERVED]-()
WITH identifier, key, identifier.since AS since
DETACH DELETE identifier
WITH key, since
MATCH (decision:Decision {seq: since})
MERGE (trace:Trace {key: key})
CREATE (decision)-[:NAMES]->(trace)
