// Tells where the chain of decisions ends, and where it begins.
// :params {}
MATCH (sequence:Sequence {name: 'main'})
RETURN sequence.decisions AS seq, sequence.head AS hash, coalesce(sequence.historyFrom, 1) AS first,
       COUNT { (:Decision) } AS nodes
