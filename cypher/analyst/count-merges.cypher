// Counts the merges among the newest decisions by the identifier type that caused them and the source that brought it.
// :params {since: datetime('2024-01-01T00:00:00Z'), decisionsMax: 100000, limit: 20}
MATCH (decision:Decision)
WHERE decision.seq > 0
WITH decision ORDER BY decision.seq DESC LIMIT $decisionsMax
WITH decision
WHERE decision.kind = 'MERGED' AND decision.at >= $since
RETURN coalesce(decision.linkClass, 'no single link') AS cause, split(decision.record, '/')[0] AS source,
       count(*) AS merges, max(decision.at) AS latest, collect(DISTINCT decision.customer)[..3] AS examples
ORDER BY merges DESC, cause, source
LIMIT $limit
