// Returns the records of customers with their links to identifiers that link.
// :params {ids: ['C0123456789ABCDEFGHJKMNPQRS']}
UNWIND $ids AS id
MATCH (:Customer {id: id})<-[:RESOLVED_TO]-(record:Record)
RETURN record.key AS key, record.seq AS seq, record.observedAt AS observedAt, record.customer AS customer,
       record.attributes AS attributes, record.names AS names, record.consent AS consent,
       record.fingerprint AS fingerprint,
       COLLECT {
         MATCH (record)-[observed:OBSERVED]->(identifier:Identifier)
         WHERE identifier.suppressed IS NULL
         RETURN [identifier.key, observed.held, observed.detail]
       } AS links
