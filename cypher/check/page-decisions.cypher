// Returns a page of decisions with the customers that they are tied to.
// :params {after: 0, limit: 1000}
MATCH (decision:Decision)
WHERE decision.seq > $after
WITH decision ORDER BY decision.seq LIMIT $limit
RETURN decision.seq AS seq, decision.kind AS kind, decision.customer AS customer, decision.other AS other,
       decision.policy AS policy, COLLECT { MATCH (decision)-[:CONCERNS]->(c:Customer) RETURN c.id } AS concerns
