// Lists the identifiers of some records that most records carry.
// :params {keys: ['crm/1001', 'web/a-1'], limit: 10}
UNWIND $keys AS key
MATCH (:Record {key: key})-[:OBSERVED]->(identifier:Identifier)
WITH DISTINCT identifier
WHERE identifier.records > 1 AND identifier.suppressed IS NULL
RETURN identifier.type AS type, identifier.value AS value, identifier.records AS records,
       identifier.suppressed AS suppressed
ORDER BY records DESC, identifier.key
LIMIT $limit
