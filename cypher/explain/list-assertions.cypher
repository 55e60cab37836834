// Lists the assertions by which the members of a customer are joined.
// :params {id: 'C0123456789ABCDEFGHJKMNPQRS', limit: 1000}
MATCH (sequence:Sequence {name: 'main'})
WHERE coalesce(sequence.assertions, 0) > 0
MATCH (:Customer {id: $id})<-[:RESOLVED_TO]-(left)-[tie:ASSERTED]->(right)
WHERE tie.kind = 'SAME' AND right.customer = $id
RETURN tie.id AS id, tie.at.epochMillis AS at,
       CASE WHEN left:Record THEN 'record:' + left.key ELSE left.key END AS left,
       CASE WHEN right:Record THEN 'record:' + right.key ELSE right.key END AS right
LIMIT $limit
