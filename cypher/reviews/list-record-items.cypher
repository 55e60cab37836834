// Lists what may need a steward of each record: held links, held matches and possible matches that start from it.
// :params {keys: ['crm/1001']}
UNWIND $keys AS key
MATCH (record:Record {key: key})
CALL (record) {
  MATCH (record)-[link:OBSERVED]->(other:Identifier)
  WHERE coalesce(link.held, '') <> ''
  RETURN 'HELD_LINK' AS kind, link, other, other.key AS right
  UNION ALL
  MATCH (record)-[link:MATCHED]->(other:Record)
  WHERE coalesce(link.held, '') <> ''
  RETURN 'HELD_MATCH' AS kind, link, other, 'record:' + other.key AS right
  UNION ALL
  MATCH (record)-[link:POSSIBLE_MATCH]->(other:Record)
  RETURN 'POSSIBLE_MATCH' AS kind, link, other, 'record:' + other.key AS right
}
OPTIONAL MATCH (record)-[:RESOLVED_TO]->(leftCustomer:Customer)
OPTIONAL MATCH (other)-[:RESOLVED_TO]->(rightCustomer:Customer)
RETURN kind, record.key AS left, right, leftCustomer.id AS leftCustomer, rightCustomer.id AS rightCustomer,
       leftCustomer.records AS leftRecords, rightCustomer.records AS rightRecords, link.held AS held,
       link.weight AS weight, link.probability AS probability,
       head([(record)-[tie:ASSERTED]-(other) | tie.id]) AS assertion,
       link.detail AS detail, link.rules AS rules, link.model AS model, link.breakdown AS breakdown
