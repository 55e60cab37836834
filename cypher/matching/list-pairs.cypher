// Returns what matching tied the records to.
// :params {keys: ['crm/1001']}
UNWIND $keys AS key
MATCH (record:Record {key: key})
MATCH (record)-[pair:MATCHED|POSSIBLE_MATCH]-(:Record)
WITH DISTINCT pair
RETURN startNode(pair).key AS left, endNode(pair).key AS right, type(pair) AS type, pair.weight AS weight,
       pair.rules AS rules, pair.held AS held, pair.detail AS detail
