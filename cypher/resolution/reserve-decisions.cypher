// Reserves sequence numbers for decisions, counts merges, and returns the last number taken before.
// :params {count: 100, merges: 3}
MERGE (sequence:Sequence {name: 'main'})
ON CREATE SET sequence.records = 0, sequence.decisions = 0, sequence.merges = 0
SET sequence.decisions = sequence.decisions + $count, sequence.merges = sequence.merges + $merges
RETURN sequence.decisions - $count AS taken
