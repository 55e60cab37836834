// Lists identifiers that records carry and that do not link.
// :params {records: ['crm/1001'], limit: 30}
UNWIND $records AS key
MATCH (:Record {key: key})-[:OBSERVED]->(identifier:Identifier)
WHERE identifier.suppressed IS NOT NULL
RETURN DISTINCT identifier.key AS identifier
LIMIT $limit
