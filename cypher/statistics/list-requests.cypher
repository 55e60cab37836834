// Lists the requests that brought the latest decisions, the newest first.
// :params {after: 1000, limit: 8}
MATCH (d:Decision)
WHERE d.seq > $after
WITH d.request AS request, min(d.at) AS from, max(d.at) AS to, max(d.seq) AS last, count(*) AS decisions,
     collect(DISTINCT split(d.record, '/')[0]) AS sources
ORDER BY last DESC
LIMIT $limit
RETURN request, from, to, decisions, sources[..20] AS sources
