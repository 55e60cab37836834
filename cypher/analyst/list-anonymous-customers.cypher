// Lists customers without a strong identifier, which nothing but a device or a cookie can join; reads every customer.
// :params {recordsMin: 1, recordsMax: 1000, limit: 20}
MATCH (customer:Customer)
WHERE customer.known = false AND customer.records >= $recordsMin AND NOT customer:Former
WITH customer ORDER BY customer.records DESC, customer.id LIMIT $limit
CALL (customer) {
  MATCH (customer)<-[:RESOLVED_TO]-(record:Record)
  WITH record LIMIT $recordsMax
  OPTIONAL MATCH (record)-[observed:OBSERVED]->(identifier:Identifier)
  RETURN collect(DISTINCT record.source) AS sources, max(record.observedAt) AS lastSeen,
         collect(DISTINCT identifier.key)[..5] AS identifiers, count(DISTINCT identifier.suppressed) > 0 AS suppressed
}
RETURN customer.id AS customer, customer.records AS records, sources, lastSeen, identifiers, suppressed,
       customer.held AS heldLinks
ORDER BY records DESC, customer
