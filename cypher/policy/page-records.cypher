// Returns a page of records with what hangs on them.
// :params {after: 'crm/1001', limit: 1000, payloads: true}
MATCH (record:Record)
WHERE record.key > $after
WITH record ORDER BY record.key LIMIT $limit
RETURN record.key AS key, record.observedAt AS observedAt, record.customer AS customer,
       record.attributes AS attributes, record.names AS names, record.consent AS consent,
       record.fingerprint AS fingerprint, CASE WHEN $payloads THEN record.payload END AS payload,
       record.pins AS pins,
       COLLECT {
         MATCH (record)-[observed:OBSERVED]->(identifier:Identifier)
         RETURN [identifier.key, observed.held IS NOT NULL, identifier.suppressed IS NOT NULL]
       } AS links,
       COLLECT {
         MATCH (record)-[pair:MATCHED]->(other:Record)
         RETURN [other.key, pair.weight, pair.held IS NOT NULL]
       } AS matches
