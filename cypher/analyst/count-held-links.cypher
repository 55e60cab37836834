// Counts held links by constraint, reason and identifier type; reads every held link.
// :params {limit: 50}
MATCH (record:Record)-[observed:OBSERVED]->(identifier:Identifier)
WHERE observed.held IS NOT NULL
RETURN observed.held AS constraint, identifier.type AS type, observed.detail AS detail, count(*) AS links,
       count(DISTINCT identifier) AS identifiers, count(DISTINCT record.customer) AS customers
ORDER BY links DESC, constraint, type, detail
LIMIT $limit
