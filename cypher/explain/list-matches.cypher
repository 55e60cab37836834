// Lists the matches by which the records of a customer are joined.
// :params {id: 'C0123456789ABCDEFGHJKMNPQRS', limit: 1000}
MATCH (:Customer {id: $id})<-[:RESOLVED_TO]-(left:Record)-[pair:MATCHED]->(right:Record)
WHERE pair.held IS NULL
RETURN left.key AS left, right.key AS right, pair.weight AS weight
LIMIT $limit
