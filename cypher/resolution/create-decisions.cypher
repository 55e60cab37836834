// Appends decisions, each tied to the customers that it concerns, and notes the last one's hash and time.
// :params {sequence: '4:0:0', head: '00ff', at: datetime(), rows: [{properties: {seq: 1, kind: 'CREATED'},
// concerns: ['C0123456789ABCDEFGHJKMNPQRS']}]}
MATCH (sequence)
// not by its name, see reserve-records
WHERE elementId(sequence) = $sequence
SET sequence.head = $head, sequence.decidedAt = $at
WITH sequence
UNWIND $rows AS row
CREATE (decision:Decision)
SET decision = row.properties
WITH decision, row
UNWIND row.concerns AS id
MATCH (customer:Customer {id: id})
CREATE (decision)-[:CONCERNS]->(customer)
