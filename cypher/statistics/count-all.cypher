// Counts what there is, from the store's own counts, the counters kept by every write and the indexes of exceptions.
// :params {suppressions: ['DENIED', 'SHARED', 'NAMES']}
OPTIONAL MATCH (s:Sequence {name: 'main'})
CALL () {
  MATCH ()-[o:OBSERVED]->()
  WHERE o.held IS NOT NULL
  RETURN count(o) AS held
}
CALL () {
  MATCH (i:Identifier)
  WHERE i.suppressed IN $suppressions
  RETURN count(i) AS suppressed
}
RETURN COUNT { (:Customer) } AS customersEver, COUNT { (:Former) } AS former, COUNT { (:Record) } AS records,
       COUNT { (:Identifier) } AS identifiers, COUNT { (:Refusal) } AS quarantined, COUNT { (:Decision) } AS decisions,
       held, suppressed, s.merges AS merges
