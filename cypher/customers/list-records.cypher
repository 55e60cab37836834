// Lists a customer's records in key order, from after a key.
// :params {id: 'C0123456789ABCDEFGHJKMNPQRS', after: '', limit: 100}
MATCH (:Customer {id: $id})<-[:RESOLVED_TO]-(r:Record)
WHERE r.key > $after
WITH r ORDER BY r.key LIMIT $limit
RETURN r.key AS key, r.source AS source, r.recordId AS recordId, r.observedAt AS observedAt, r.attributes AS attributes
