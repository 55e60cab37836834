// Counts customers by the set of sources that know them; reads every record.
// :params {limit: 50}
MATCH (customer:Customer)
WHERE NOT customer:Former
CALL (customer) {
  MATCH (customer)<-[:RESOLVED_TO]-(record:Record)
  WITH DISTINCT record.source AS source ORDER BY source
  RETURN collect(source) AS sources
}
RETURN sources, count(*) AS customers, sum(customer.records) AS records, min(customer.id) AS example
ORDER BY customers DESC, sources
LIMIT $limit
