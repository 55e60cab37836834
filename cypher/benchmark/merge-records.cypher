// Writes records and nothing else, the floor of taking them in.
// :params {rows: [{key: 'crm/1'}]}
UNWIND $rows AS row
MERGE (record:Record {key: row.key})
SET record = row
