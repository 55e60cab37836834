// Waits until no other transaction is past reserving its numbers, and keeps the others there.
// :params {}
MATCH (sequence:Sequence {name: 'main'})
SET sequence.records = sequence.records
