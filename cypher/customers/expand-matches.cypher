// Lists what records match, held matches included.
// :params {keys: ['crm/1001'], limit: 1000}
UNWIND $keys AS key
MATCH (record:Record {key: key})
MATCH (record)-[pair:MATCHED]-(:Record)
WITH DISTINCT pair LIMIT $limit
RETURN startNode(pair).key AS left, startNode(pair).customer AS leftCustomer, endNode(pair).key AS right,
       endNode(pair).customer AS rightCustomer, pair.probability AS probability, pair.held AS held,
       pair.detail AS detail
