// Begins to count in a graph where nothing was counted before.
// :params {}
MERGE (sequence:Sequence {name: 'main'})
ON CREATE SET sequence.records = 0, sequence.decisions = 0, sequence.merges = 0
