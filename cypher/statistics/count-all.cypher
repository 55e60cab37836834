// Counts what there is, from the store's own counts and the counters kept by every write.
// :params {}
OPTIONAL MATCH (s:Sequence {name: 'main'})
RETURN COUNT { (:Customer) } AS customersEver, COUNT { (:Former) } AS former, COUNT { (:Record) } AS records,
       COUNT { (:Identifier) } AS identifiers, COUNT { (:Refusal) } AS quarantined, COUNT { (:Decision) } AS decisions,
       COUNT { MATCH ()-[o:OBSERVED]->() WHERE o.held IS NOT NULL } AS held,
       COUNT { MATCH (i:Identifier) WHERE i.suppressed IN ['DENIED', 'SHARED', 'NAMES'] } AS suppressed,
       s.merges AS merges
