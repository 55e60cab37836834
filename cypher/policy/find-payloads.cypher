// Returns what was sent as these records.
// :params {keys: ['crm/1001']}
UNWIND $keys AS key
MATCH (record:Record {key: key})
RETURN record.key AS key, record.payload AS payload
