// Puts records into blocks.
// :params {rows: [{record: 'crm/1001', blocks: ['birth_name=s530|1970-05-12']}]}
UNWIND $rows AS row
MATCH (record:Record {key: row.record})
UNWIND row.blocks AS key
MATCH (block:BlockingKey {key: key})
CREATE (record)-[:BLOCKED_BY]->(block)
