// Returns the blocks of records.
// :params {keys: ['crm/1001']}
UNWIND $keys AS key
MATCH (record:Record {key: key})
RETURN record.key AS record, COLLECT { MATCH (record)-[:BLOCKED_BY]->(block:BlockingKey) RETURN block.key } AS blocks
