// Counts for each identifier type how many values join records, and how many join nothing; reads every identifier.
// :params {limit: 100}
MATCH (identifier:Identifier)
RETURN identifier.type AS type, count(*) AS identifiers,
       sum(CASE WHEN identifier.records > 1 AND identifier.suppressed IS NULL THEN 1 ELSE 0 END) AS joining,
       sum(CASE WHEN identifier.suppressed IS NOT NULL THEN 1 ELSE 0 END) AS suppressed,
       sum(CASE WHEN identifier.held > 0 THEN 1 ELSE 0 END) AS withHeldLinks, max(identifier.records) AS recordsMost
ORDER BY joining DESC, type
LIMIT $limit
