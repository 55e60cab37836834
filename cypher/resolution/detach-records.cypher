// Takes the records' links away, and tells what they carried.
// :params {keys: ['crm/1001']}
UNWIND $keys AS key
MATCH (record:Record {key: key})
OPTIONAL MATCH (record)-[observed:OBSERVED]->(identifier:Identifier)
WITH record, collect(observed) AS observations,
     [link IN collect([identifier.key, observed.held]) WHERE link[0] IS NOT NULL] AS links
FOREACH (observed IN observations | DELETE observed)
RETURN record.key AS key, record.observedAt AS observedAt, record.names AS names, record.pins AS pins,
       links
