// Returns a page of records with their links.
// :params {after: 'crm/1001', limit: 1000}
MATCH (record:Record)
WHERE record.key > $after
WITH record ORDER BY record.key LIMIT $limit
RETURN record.key AS key, record{.*, payload: null} AS record,
       COLLECT { MATCH (record)-[:RESOLVED_TO]->(customer:Customer) RETURN customer.id } AS resolvedTo,
       COLLECT {
         MATCH (record)-[observed:OBSERVED]->(identifier:Identifier)
         RETURN [identifier.key, observed.at, observed.held, observed.detail]
       } AS links,
       COLLECT { MATCH (record)-[:BLOCKED_BY]->(block:BlockingKey) RETURN block.key } AS blocks,
       COLLECT {
         MATCH (record)-[pair:MATCHED|POSSIBLE_MATCH]->(other:Record)
         RETURN [other.key, type(pair), pair.weight, pair.rules, pair.held, pair.detail, pair.model]
       } AS ties
