// Lists pairs of records that may be of one person, the most likely first, with the customers at both ends.
// :params {weight: 1000000000.0, most: 10000}
MATCH (record:Record)-[pair:POSSIBLE_MATCH]->(other:Record)
// every pair: said so that they are read in the order of the index
WHERE pair.weight <= $weight
WITH record, pair, other ORDER BY pair.weight DESC LIMIT $most
OPTIONAL MATCH (record)-[:RESOLVED_TO]->(leftCustomer:Customer)
OPTIONAL MATCH (other)-[:RESOLVED_TO]->(rightCustomer:Customer)
OPTIONAL MATCH (record)-[tie:ASSERTED]-(other)
WITH record, pair, other, leftCustomer, rightCustomer, min(tie.id) AS assertion
RETURN record.key AS left, 'record:' + other.key AS right, leftCustomer.id AS leftCustomer,
       rightCustomer.id AS rightCustomer, leftCustomer.records AS leftRecords, rightCustomer.records AS rightRecords,
       null AS held, pair.weight AS weight, pair.probability AS probability, assertion
ORDER BY weight DESC
