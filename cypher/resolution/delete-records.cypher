// Deletes records whose links were taken away.
// :params {keys: ['crm/1001']}
UNWIND $keys AS key
MATCH (record:Record {key: key})
DETACH DELETE record
