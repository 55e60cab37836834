// Counts the records.
// :params {}
MATCH (record:Record)
RETURN count(record) AS records
