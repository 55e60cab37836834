// Counts identifiers anew from the records that carry them; those that none carries are not returned.
// :params {keys: ['email:ada@example.org']}
UNWIND $keys AS key
MATCH (identifier:Identifier {key: key})
CALL (identifier) {
  MATCH (identifier)<-[:OBSERVED]-(record:Record)
  RETURN count(record) AS records, min(record.observedAt) AS firstSeen, max(record.observedAt) AS lastSeen,
         collect(DISTINCT record.source) AS sources
}
WITH identifier, records, firstSeen, lastSeen, sources
WHERE records > 0
RETURN identifier, records, firstSeen, lastSeen, sources,
       COLLECT {
         MATCH (identifier)<-[:OBSERVED]-(:Record)-[:OBSERVED]->(other:Identifier)
         WHERE other.type <> identifier.type
         RETURN DISTINCT other.key
       } AS companions,
       COLLECT {
         MATCH (identifier)<-[:OBSERVED]-(record:Record)
         UNWIND record.names AS name
         RETURN DISTINCT name
       } AS names
