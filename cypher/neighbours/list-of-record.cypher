// Lists what a record is linked with, in order, from after a member.
// :params {key: 'crm/1001', after: '', limit: 50}
MATCH (:Record {key: $key})-[:OBSERVED|MATCHED|ASSERTED]-(other)
WITH DISTINCT CASE WHEN other:Record THEN 'record:' + other.key ELSE other.key END AS member
WHERE member > $after
RETURN member
ORDER BY member
LIMIT $limit
