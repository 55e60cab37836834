// Returns records with their links to identifiers that link.
// :params {keys: ['crm/1001']}
UNWIND $keys AS key
MATCH (record:Record {key: key})
RETURN record.key AS key, record.seq AS seq, record.observedAt AS observedAt, record.customer AS customer,
       record.attributes AS attributes, record.names AS names, record.consent AS consent,
       record.fingerprint AS fingerprint,
       COLLECT {
         MATCH (record)-[observed:OBSERVED]->(identifier:Identifier)
         WHERE identifier.suppressed IS NULL
         RETURN [identifier.key, observed.held, observed.detail]
       } AS links
