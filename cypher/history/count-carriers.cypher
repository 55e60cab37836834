// Counts the records that carried identifiers at a moment.
// :params {keys: ['email:ada@example.org'], seq: 7, limit: 1000}
UNWIND $keys AS key
CALL (key) {
  CALL (key) {
    MATCH (:Identifier {key: key})<-[:OBSERVED]-(r:Record)
    WHERE coalesce(r.from, r.since) <= $seq
    RETURN r.key AS record, r.source AS source, r.observedAt AS at
    LIMIT $limit
    UNION
    MATCH (:Trace {key: key})<-[:CARRIED]-(p:PastRecord)
    WHERE p.from <= $seq AND p.to > $seq
    RETURN p.key AS record, p.source AS source, p.observedAt AS at
    LIMIT $limit
  }
  RETURN count(DISTINCT record) AS records, min(at) AS firstSeen, max(at) AS lastSeen,
         collect(DISTINCT source) AS sources
}
RETURN key, records, firstSeen, lastSeen, sources
