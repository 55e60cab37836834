// Tells what the graph counts of itself, and which policies and sources it knows.
// :params {}
OPTIONAL MATCH (sequence:Sequence {name: 'main'})
RETURN sequence.decisions AS decisions, sequence.records AS records, sequence.merges AS merges,
       COUNT { (:Customer) } AS customerNodes, COUNT { (:Identifier) } AS identifierNodes,
       COUNT { (:Record) } AS recordNodes, COUNT { (:Decision) } AS decisionNodes,
       COLLECT { MATCH (policy:Policy) RETURN policy.hash } AS policies,
       COLLECT { MATCH (source:Source) RETURN source.name } AS sources
