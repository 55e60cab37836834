// Takes identifiers out of their customers.
// :params {keys: ['email:ada@example.org']}
UNWIND $keys AS key
MATCH (identifier:Identifier {key: key})
OPTIONAL MATCH (identifier)-[resolved:RESOLVED_TO]->()
DELETE resolved
WITH DISTINCT identifier
REMOVE identifier.customer
