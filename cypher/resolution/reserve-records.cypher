// Reserves places in the order of ingest, and returns the last place taken before.
// :params {count: 100}
MERGE (sequence:Sequence {name: 'main'})
ON CREATE SET sequence.records = 0, sequence.decisions = 0, sequence.merges = 0
SET sequence.records = sequence.records + $count
RETURN sequence.records - $count AS taken
