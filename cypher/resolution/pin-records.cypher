// Pins values by records, in the place of what was pinned by them before.
// :params {rows: [{key: 'crm/1001', pins: '{"city":{"value":"Paris"}}'}]}
UNWIND $rows AS row
MATCH (record:Record {key: row.key})
SET record.pins = row.pins
