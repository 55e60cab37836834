// Notes by which decision records came.
// :params {rows: [{key: 'crm/1001', seq: 7}]}
UNWIND $rows AS row
MATCH (record:Record {key: row.key})
SET record.since = row.seq
