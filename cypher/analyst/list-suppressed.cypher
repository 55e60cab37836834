// Lists identifiers that join nothing any more, with the reason and how many records and customers carry them.
// :params {reasons: ['DENIED', 'SHARED', 'NAMES'], recordsMax: 10000, limit: 20}
MATCH (identifier:Identifier)
WHERE identifier.suppressed IN $reasons
WITH identifier ORDER BY identifier.records DESC, identifier.key LIMIT $limit
CALL (identifier) {
  MATCH (identifier)<-[:OBSERVED]-(record:Record)
  WITH record LIMIT $recordsMax
  RETURN count(DISTINCT record.customer) AS customers
}
RETURN identifier.key AS identifier, identifier.suppressed AS reason, identifier.records AS records, customers,
       identifier.sources AS sources, identifier.firstSeen AS firstSeen, identifier.lastSeen AS lastSeen
ORDER BY records DESC, identifier
