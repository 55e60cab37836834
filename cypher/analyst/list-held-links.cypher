// Lists held links, with the constraint that holds each and the customers that it would have joined.
// :params {constraints: ['CONFLICT', 'LIMIT', 'CONTESTED', 'WEAK', 'OVERSIZED'], limit: 50}
MATCH (record:Record)-[observed:OBSERVED]->(identifier:Identifier)
WHERE observed.held IN $constraints
WITH record, observed, identifier LIMIT $limit
MATCH (record)-[:RESOLVED_TO]->(customer:Customer)
OPTIONAL MATCH (identifier)-[:RESOLVED_TO]->(owner:Customer)
RETURN observed.held AS constraint, observed.detail AS detail, identifier.key AS identifier, record.key AS record,
       customer.id AS recordOf, customer.fullName AS recordOfName,
       owner.id AS identifierOf, owner.fullName AS identifierOfName
ORDER BY constraint, identifier, record
