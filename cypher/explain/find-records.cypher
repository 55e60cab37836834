// Finds the customers of records.
// :params {keys: ['crm/1001']}
UNWIND $keys AS key
MATCH (record:Record {key: key})
RETURN key, record.customer AS customer
