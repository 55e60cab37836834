// Reserves sequence numbers for decisions, counts merges, and tells the last number, hash and time taken before.
// :params {count: 100, merges: 3}
MATCH (sequence:Sequence)
USING SCAN sequence:Sequence
WHERE sequence.name = 'main'
SET sequence.historyFrom = coalesce(sequence.historyFrom, sequence.decisions + 1),
    sequence.decisions = sequence.decisions + $count, sequence.merges = sequence.merges + $merges
RETURN sequence.decisions - $count AS taken, sequence.head AS head, sequence.decidedAt AS at,
       elementId(sequence) AS sequence
