// Returns a page of identifiers, with what the records that carry them say; companions and names for some types only.
// :params {after: 'email:ada@example.org', limit: 1000, companionTypes: ['email'], nameTypes: ['email']}
MATCH (identifier:Identifier)
WHERE identifier.key > $after
WITH identifier ORDER BY identifier.key LIMIT $limit
CALL (identifier) {
  OPTIONAL MATCH (identifier)<-[:OBSERVED]-(record:Record)
  RETURN count(record) AS records, min(record.observedAt) AS firstSeen, max(record.observedAt) AS lastSeen,
         collect(DISTINCT record.source) AS sources
}
RETURN identifier.key AS key, identifier, records, firstSeen, lastSeen, sources,
       COLLECT { MATCH (identifier)-[:RESOLVED_TO]->(customer:Customer) RETURN customer.id } AS resolvedTo,
       COLLECT {
         WITH identifier
         WHERE identifier.type IN $companionTypes
         MATCH (identifier)<-[:OBSERVED]-(:Record)-[:OBSERVED]->(other:Identifier)
         WHERE other.type <> identifier.type
         RETURN DISTINCT other.key
       } AS others,
       COLLECT {
         WITH identifier
         WHERE identifier.type IN $nameTypes
         MATCH (identifier)<-[:OBSERVED]-(record:Record)
         UNWIND record.names AS name
         RETURN DISTINCT name
       } AS names
