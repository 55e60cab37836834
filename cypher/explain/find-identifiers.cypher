// Finds the customers of identifiers, and what keeps those that link nothing from linking.
// :params {keys: ['email:ada@example.org']}
UNWIND $keys AS key
MATCH (identifier:Identifier {key: key})
RETURN key, identifier.customer AS customer, identifier.suppressed AS suppressed, identifier.companions AS companions
