// Pins values by records, in the place of what was pinned by them before, which is kept as what they said until now.
// :params {rows: [{key: 'crm/1001', pins: '{"city":{"value":"Paris"}}'}], seq: 7}
UNWIND $rows AS row
MATCH (record:Record {key: row.key})
CREATE (past:PastRecord)
SET past = properties(record)
SET past.from = coalesce(record.from, record.since), past.to = $seq
REMOVE past.customer, past.since
SET record.pins = row.pins, record.from = $seq
WITH record, past
MATCH (record)-[:OBSERVED]->(identifier:Identifier)
MERGE (trace:Trace {key: identifier.key})
CREATE (past)-[:CARRIED]->(trace)
