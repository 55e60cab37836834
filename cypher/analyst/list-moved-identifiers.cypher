// Lists identifiers that the newest decisions gave from one customer to another, other than by a merge of the whole.
// :params {types: ['email', 'phone', 'loyalty_id', 'account_id', 'device_id'], decisionsMax: 100000, limit: 50}
MATCH (decision:Decision)
WHERE decision.seq > 0
WITH decision ORDER BY decision.seq DESC LIMIT $decisionsMax
WITH decision
WHERE decision.kind IN ['JOINED', 'SPLIT', 'RESTORED'] AND decision.other IS NOT NULL
UNWIND decision.members AS key
WITH decision, key
WHERE split(key, ':')[0] IN $types AND NOT key STARTS WITH 'record:'
// a split gives from its customer to the other, the rest take from the other
WITH key, decision.seq AS seq, decision.at AS at, decision.record AS record,
     CASE decision.kind WHEN 'SPLIT' THEN decision.customer ELSE decision.other END AS giver,
     CASE decision.kind WHEN 'SPLIT' THEN decision.other ELSE decision.customer END AS taker
ORDER BY seq
WITH key, count(*) AS moves, max(at) AS latest, collect(giver)[0] AS firstOf, collect(taker) AS takers,
     collect(record) AS causes
ORDER BY moves DESC, latest DESC, key LIMIT $limit
OPTIONAL MATCH (identifier:Identifier {key: key})
RETURN key AS identifier, moves, latest, firstOf, takers[..10] AS then, causes[..10] AS becauseOf,
       identifier.customer AS now, identifier.suppressed AS suppressed
ORDER BY moves DESC, latest DESC, identifier
