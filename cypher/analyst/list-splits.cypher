// Lists the newest splits and returns of earlier IDs, with the record that brought each about and what went.
// :params {decisionsMax: 100000, limit: 20}
MATCH (decision:Decision)
WHERE decision.seq > 0
WITH decision ORDER BY decision.seq DESC LIMIT $decisionsMax
WITH decision
WHERE decision.kind IN ['SPLIT', 'RESTORED']
WITH decision,
     CASE decision.kind WHEN 'SPLIT' THEN decision.customer ELSE decision.other END AS fromId,
     CASE decision.kind WHEN 'SPLIT' THEN decision.other ELSE decision.customer END AS toId
ORDER BY decision.seq DESC LIMIT $limit
MATCH (taker:Customer {id: toId})
RETURN decision.seq AS seq, decision.at AS at, decision.kind AS kind, fromId AS outOf,
       taker.id AS into, taker.status AS intoStatus, taker.fullName AS name, decision.record AS becauseOf,
       size(decision.members) AS members, decision.members[..10] AS went
ORDER BY seq DESC
