// Lists the pairs that matching found between the records of two customers, the heaviest first.
// :params {id: 'C0123456789ABCDEFGHJKMNPQRS', other: 'C0000000000ABCDEFGHJKMNPQRS', limit: 20}
MATCH (:Customer {id: $id})<-[:RESOLVED_TO]-(record:Record)-[pair:MATCHED|POSSIBLE_MATCH]-(companion:Record)
WHERE companion.customer = $other
RETURN startNode(pair).key AS left, endNode(pair).key AS right, type(pair) AS type, pair.weight AS weight,
       pair.probability AS probability, pair.held AS held, pair.detail AS detail, pair.rules AS rules,
       pair.model AS model, pair.breakdown AS breakdown
ORDER BY weight DESC, left, right
LIMIT $limit
