// Returns keys of records in their order.
// :params {after: 'crm/1001', limit: 1000}
MATCH (record:Record)
WHERE record.key > $after
RETURN record.key AS key ORDER BY key LIMIT $limit
