// Rewrites how many records are in blocks, in the order given.
// :params {rows: [{key: 'birth_name=s530|1970-05-12', records: 2}]}
UNWIND $rows AS row
MATCH (block:BlockingKey {key: row.key})
SET block.records = row.records
