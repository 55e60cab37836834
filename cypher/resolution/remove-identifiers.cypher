// Removes identifiers that no record carries.
// :params {keys: ['email:ada@example.org']}
UNWIND $keys AS key
MATCH (identifier:Identifier {key: key})
WHERE NOT (identifier)<-[:OBSERVED]-()
DETACH DELETE identifier
