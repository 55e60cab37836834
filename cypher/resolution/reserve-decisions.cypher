// Reserves sequence numbers for decisions, counts merges, and returns the last number taken before.
// :params {count: 100, merges: 3}
MATCH (sequence:Sequence)
USING SCAN sequence:Sequence
WHERE sequence.name = 'main'
SET sequence.decisions = sequence.decisions + $count, sequence.merges = sequence.merges + $merges
RETURN sequence.decisions - $count AS taken
