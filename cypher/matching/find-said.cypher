// Returns what records say.
// :params {keys: ['crm/1001']}
UNWIND $keys AS key
MATCH (record:Record {key: key})
RETURN record.key AS key, record.observedAt AS observedAt, record.attributes AS attributes, record.names AS names,
       record.consent AS consent, record.fingerprint AS fingerprint, record.customer AS customer,
       COLLECT { MATCH (record)-[:OBSERVED]->(identifier:Identifier) RETURN identifier.key } AS identifiers
