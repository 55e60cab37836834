// Lists a customer's identifiers in key order, from after a key.
// :params {id: 'C0123456789ABCDEFGHJKMNPQRS', after: '', limit: 100}
MATCH (:Customer {id: $id})<-[:RESOLVED_TO]-(i:Identifier)
WHERE i.key > $after
WITH i ORDER BY i.key LIMIT $limit
RETURN i.key AS key, i.type AS type, i.value AS value, i.firstSeen AS firstSeen, i.lastSeen AS lastSeen,
       i.sources AS sources, i.records AS records
