// Lists the matches by which records are joined to others.
// :params {keys: ['crm/1001']}
UNWIND $keys AS key
MATCH (record:Record {key: key})-[pair:MATCHED]-(:Record)
WHERE pair.held IS NULL
RETURN startNode(pair).key AS left, endNode(pair).key AS right, pair.weight AS weight
