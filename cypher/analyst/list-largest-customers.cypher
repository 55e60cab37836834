// Lists the customers with most records, which are busy or wrongly joined; reads every customer.
// :params {recordsMax: 10000, limit: 20}
MATCH (customer:Customer)
WHERE customer.records > 0 AND NOT customer:Former
WITH customer ORDER BY customer.records DESC, customer.id LIMIT $limit
CALL (customer) {
  MATCH (customer)<-[:RESOLVED_TO]-(record:Record)
  WITH record LIMIT $recordsMax
  RETURN collect(DISTINCT record.source) AS sources, min(record.observedAt) AS firstSeen,
         max(record.observedAt) AS lastSeen
}
RETURN customer.id AS customer, customer.fullName AS name, customer.records AS records,
       customer.identifiers AS identifiers, customer.held AS heldLinks, sources, firstSeen, lastSeen,
       COUNT { (customer)<-[:MERGED_INTO]-() } AS mergedIds
ORDER BY records DESC, customer
