// Returns the identifiers that link and that the records carry.
// :params {keys: ['crm/1001']}
UNWIND $keys AS key
MATCH (:Record {key: key})-[:OBSERVED]->(identifier:Identifier)
WHERE identifier.suppressed IS NULL
RETURN DISTINCT identifier
