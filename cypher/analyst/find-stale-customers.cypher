// Finds customers of whom no source has said anything since a time, longest silent first; reads every record.
// :params {before: datetime('2022-01-01T00:00:00Z'), recordsMin: 1, limit: 20}
MATCH (customer:Customer)
WHERE customer.records >= $recordsMin AND NOT customer:Former
CALL (customer) {
  MATCH (customer)<-[:RESOLVED_TO]-(record:Record)
  RETURN max(record.observedAt) AS lastSeen, collect(DISTINCT record.source) AS sources
}
WITH customer, lastSeen, sources
WHERE lastSeen < $before
RETURN customer.id AS customer, customer.fullName AS name, lastSeen, customer.records AS records, sources
ORDER BY lastSeen, customer
LIMIT $limit
