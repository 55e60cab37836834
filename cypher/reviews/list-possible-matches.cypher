// Lists pairs of different customers' records that may be of one person, the most likely first.
// :params {weight: 1000000000.0, after: '', limit: 100}
MATCH (left:Record)-[pair:POSSIBLE_MATCH]->(right:Record)
WHERE pair.weight <= $weight
  AND left.customer <> right.customer
  AND (pair.weight < $weight OR left.key + '~' + right.key > $after)
RETURN left.key AS left, left.customer AS leftCustomer, right.key AS right, right.customer AS rightCustomer,
       pair.weight AS weight, pair.probability AS probability, pair.rules AS rules, pair.model AS model,
       pair.breakdown AS breakdown
ORDER BY weight DESC, left + '~' + right
LIMIT $limit
