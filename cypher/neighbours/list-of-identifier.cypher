// Lists what an identifier is linked with, in order, from after a member.
// :params {key: 'email:ada@example.org', after: '', limit: 50}
MATCH (:Identifier {key: $key})-[:OBSERVED|ASSERTED]-(other)
WITH DISTINCT CASE WHEN other:Record THEN 'record:' + other.key ELSE other.key END AS member
WHERE member > $after
RETURN member
ORDER BY member
LIMIT $limit
