// Takes records out of blocks.
// :params {rows: [{record: 'crm/1001', blocks: ['birth_name=s530|1970-05-12']}]}
UNWIND $rows AS row
MATCH (record:Record {key: row.record})
MATCH (record)-[in:BLOCKED_BY]->(block:BlockingKey)
WHERE block.key IN row.blocks
DELETE in
