// Lists matches that constraints hold, so many of each constraint, with the customers at both ends.
// :params {constraints: ['CHAIN', 'CONFLICT'], most: 2000}
UNWIND $constraints AS constraint
CALL (constraint) {
  MATCH (record:Record)-[pair:MATCHED]->(other:Record)
  WHERE pair.held = constraint
  RETURN record, pair, other
  LIMIT $most
}
OPTIONAL MATCH (record)-[:RESOLVED_TO]->(leftCustomer:Customer)
OPTIONAL MATCH (other)-[:RESOLVED_TO]->(rightCustomer:Customer)
RETURN record.key AS left, 'record:' + other.key AS right, leftCustomer.id AS leftCustomer,
       rightCustomer.id AS rightCustomer, leftCustomer.records AS leftRecords, rightCustomer.records AS rightRecords,
       constraint AS held, pair.weight AS weight, pair.probability AS probability,
       head([(record)-[tie:ASSERTED]-(other) | tie.id]) AS assertion
