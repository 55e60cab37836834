// Lists identifiers that stopped linking by how many records carry them; looks at a limited number.
// :params {suppressions: ['DENIED', 'SHARED', 'NAMES'], lookedAt: 10000, limit: 10}
MATCH (identifier:Identifier)
WHERE identifier.suppressed IN $suppressions
WITH identifier LIMIT $lookedAt
RETURN identifier.type AS type, identifier.value AS value, identifier.records AS records,
       identifier.suppressed AS suppressed
ORDER BY records DESC, identifier.key
LIMIT $limit
