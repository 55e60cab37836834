// Lists links to identifiers that constraints hold, so many of each constraint, with the customers at both ends.
// :params {constraints: ['LIMIT', 'CONFLICT'], most: 2000}
UNWIND $constraints AS constraint
CALL (constraint) {
  MATCH (record:Record)-[link:OBSERVED]->(identifier:Identifier)
  WHERE link.held = constraint
  RETURN record, identifier
  LIMIT $most
}
OPTIONAL MATCH (record)-[:RESOLVED_TO]->(leftCustomer:Customer)
OPTIONAL MATCH (identifier)-[:RESOLVED_TO]->(rightCustomer:Customer)
RETURN record.key AS left, identifier.key AS right, leftCustomer.id AS leftCustomer, rightCustomer.id AS rightCustomer,
       leftCustomer.records AS leftRecords, rightCustomer.records AS rightRecords, constraint AS held,
       null AS weight, null AS probability, head([(record)-[tie:ASSERTED]-(identifier) | tie.id]) AS assertion
