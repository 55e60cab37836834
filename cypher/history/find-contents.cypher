// Returns what records said at a moment; with what they carried, and as they were sent, where that is asked for.
// :params {keys: ['crm/1001'], seq: 7, links: true, payload: false}
UNWIND $keys AS key
CALL (key) {
  MATCH (r:Record {key: key})
  WHERE coalesce(r.from, r.since) <= $seq
  RETURN properties(r) AS said, COLLECT { WITH r WHERE $links MATCH (r)-[:OBSERVED]->(i:Identifier) RETURN i.key } AS
         identifiers
  UNION ALL
  MATCH (p:PastRecord)
  WHERE p.key = key AND p.from <= $seq AND p.to > $seq
  RETURN properties(p) AS said, COLLECT { WITH p WHERE $links MATCH (p)-[:CARRIED]->(t:Trace) RETURN t.key } AS
         identifiers
}
RETURN key, said.source AS source, said.recordId AS recordId, said.observedAt AS observedAt,
       said.attributes AS attributes, said.names AS names, said.consent AS consent, said.pins AS pins,
       said.fingerprint AS fingerprint, said.seq AS place, coalesce(said.from, said.since) AS since, identifiers,
       CASE WHEN $payload THEN said.payload END AS payload
