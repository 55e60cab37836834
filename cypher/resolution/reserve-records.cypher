// Reserves places in the order of ingest after whoever did so before, and returns the last one taken before.
// :params {count: 100}
MATCH (sequence:Sequence)
// there is one; found by its name, those who wait would share a lock on the name with the one that they wait for
USING SCAN sequence:Sequence
WHERE sequence.name = 'main'
SET sequence.records = sequence.records + $count
RETURN sequence.records - $count AS taken, coalesce(sequence.assertions, 0) AS assertions,
       sequence.policy AS policy, sequence.applyStartedAt IS NULL AS settled
