// Lists some of the records that carried identifiers at a moment.
// :params {keys: ['email:ada@example.org'], seq: 7, each: 50}
UNWIND $keys AS key
CALL (key) {
  MATCH (:Identifier {key: key})<-[:OBSERVED]-(r:Record)
  WHERE coalesce(r.from, r.since) <= $seq
  RETURN r.key AS record
  LIMIT $each
  UNION
  MATCH (:Trace {key: key})<-[:CARRIED]-(p:PastRecord)
  WHERE p.from <= $seq AND p.to > $seq
  RETURN p.key AS record
  LIMIT $each
}
RETURN key, record
