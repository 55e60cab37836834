// Returns the identifiers that link and that the records of customers carry.
// :params {ids: ['C0123456789ABCDEFGHJKMNPQRS']}
UNWIND $ids AS id
MATCH (:Customer {id: id})<-[:RESOLVED_TO]-(:Record)-[:OBSERVED]->(identifier:Identifier)
WHERE identifier.suppressed IS NULL
RETURN DISTINCT identifier
