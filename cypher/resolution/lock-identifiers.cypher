// Locks the identifiers that are there, in the order given, and returns them.
// :params {keys: ['email:ada@example.org', 'phone:+442079460018']}
UNWIND $keys AS key
MATCH (identifier:Identifier {key: key})
SET identifier.type = identifier.type
RETURN identifier
