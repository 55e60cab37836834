// Creates blocks.
// :params {rows: [{key: 'birth_name=s530|1970-05-12', records: 1}]}
UNWIND $rows AS row
CREATE (block:BlockingKey)
SET block.key = row.key, block.records = row.records
