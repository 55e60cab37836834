// Lists refused lines in the order of their time, from after an id.
// :params {after: '', limit: 100}
MATCH (f:Refusal)
WHERE f.id > $after
RETURN f.id AS id, f.at AS at, f.request AS request, f.line AS line, f.source AS source, f.body AS body,
       f.complete AS complete, f.errors AS errors
ORDER BY f.id
LIMIT $limit
