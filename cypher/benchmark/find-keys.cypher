// Looks identifiers up and does nothing else, the floor of resolving many at once.
// :params {keys: ['email:ada@example.org']}
UNWIND $keys AS key
MATCH (identifier:Identifier {key: key})
RETURN key, identifier.customer AS customer
