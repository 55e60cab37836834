// Lists the sources that ever sent a record.
// :params {limit: 50}
MATCH (source:Source)
WHERE source.name >= ''
RETURN source.name AS name
ORDER BY name
LIMIT $limit
