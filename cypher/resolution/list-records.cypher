// Returns records with their links and matches.
// :params {keys: ['crm/1001']}
UNWIND $keys AS key
MATCH (record:Record {key: key})
RETURN record.key AS key, record.seq AS seq, record.observedAt AS observedAt, record.customer AS customer,
       record.attributes AS attributes, record.names AS names, record.consent AS consent,
       record.fingerprint AS fingerprint, record.pins AS pins,
       COLLECT {
         MATCH (record)-[observed:OBSERVED]->(identifier:Identifier)
         RETURN [identifier.key, observed.held, observed.detail, identifier.suppressed]
       } AS links,
       COLLECT {
         MATCH (record)-[pair:MATCHED]-(:Record)
         RETURN [startNode(pair).key, endNode(pair).key, pair.weight, pair.probability, pair.held, pair.detail,
                 pair.model]
       } AS matches
