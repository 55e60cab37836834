// Lists what stewards said of members of two customers.
// :params {id: 'C0123456789ABCDEFGHJKMNPQRS', other: 'C0000000000ABCDEFGHJKMNPQRS', limit: 20}
MATCH (sequence:Sequence {name: 'main'})
WHERE coalesce(sequence.assertions, 0) > 0
MATCH (:Customer {id: $id})<-[:RESOLVED_TO]-(member)-[tie:ASSERTED]-(other)
WHERE other.customer = $other
MATCH (assertion:Assertion {id: tie.id})
RETURN assertion.id AS id, assertion.kind AS kind, assertion.left AS left, assertion.right AS right,
       assertion.by AS by, assertion.at AS at, assertion.reason AS reason
ORDER BY kind, id
LIMIT $limit
