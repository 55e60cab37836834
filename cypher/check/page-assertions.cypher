// Returns a page of assertions in force, and whether their members are tied by them.
// :params {after: '', limit: 1000}
MATCH (assertion:Assertion)
WHERE assertion.id > $after AND assertion.status = 'ACTIVE'
WITH assertion ORDER BY assertion.id LIMIT $limit
OPTIONAL MATCH (record:Record {key: substring(assertion.left, 7)})
  WHERE assertion.left STARTS WITH 'record:'
OPTIONAL MATCH (identifier:Identifier {key: assertion.left})
WITH assertion, coalesce(record, identifier) AS left
RETURN assertion.id AS key, assertion, left.customer AS leftCustomer, null AS rightCustomer,
       EXISTS {
         MATCH (left)-[tie:ASSERTED]->(right)
         WHERE tie.id = assertion.id AND assertion.right IN [right.key, 'record:' + right.key]
       } AS tied
