// Lists identifiers that link nothing and that records of a customer carry.
// :params {id: 'C0123456789ABCDEFGHJKMNPQRS', limit: 1000}
MATCH (:Customer {id: $id})<-[:RESOLVED_TO]-(:Record)-[:OBSERVED]->(identifier:Identifier)
// not IS NOT NULL, for which the planner may look through all suppressed identifiers of the graph
WHERE coalesce(identifier.suppressed, '') <> ''
WITH DISTINCT identifier
ORDER BY identifier.suppressed = 'NONE', identifier.key
LIMIT $limit
RETURN identifier.key AS key, identifier.suppressed AS suppressed, identifier.companions AS companions
