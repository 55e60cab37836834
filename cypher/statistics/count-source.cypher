// Counts the records of a source up to a limit, along their unique keys.
// :params {prefix: 'crm/', most: 100000}
MATCH (record:Record)
WHERE record.key STARTS WITH $prefix
WITH record LIMIT $most
RETURN count(record) AS records
