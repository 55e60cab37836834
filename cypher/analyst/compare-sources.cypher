// Counts how many of each source's customers each other source knows as well; reads every record.
// :params {limit: 200}
MATCH (customer:Customer)
WHERE NOT customer:Former
CALL (customer) {
  MATCH (customer)<-[:RESOLVED_TO]-(record:Record)
  RETURN collect(DISTINCT record.source) AS sources
}
UNWIND sources AS source
UNWIND sources AS other
WITH source, other, count(*) AS customers
WITH source, collect({other: other, customers: customers}) AS row
WITH source, row, [cell IN row WHERE cell.other = source][0].customers AS customers
UNWIND row AS cell
WITH source, customers, cell
WHERE cell.other <> source
RETURN source, customers, cell.other AS other, cell.customers AS knownToBoth,
       round(100.0 * cell.customers / customers, 1) AS percent
ORDER BY source, knownToBoth DESC, other
LIMIT $limit
