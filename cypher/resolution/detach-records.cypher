// Takes the records' links away, tells what they carried, and keeps what they said until now.
// :params {keys: ['crm/1001'], to: 7}
UNWIND $keys AS key
MATCH (record:Record {key: key})
OPTIONAL MATCH (record)-[observed:OBSERVED]->(identifier:Identifier)
WITH record, collect(observed) AS observations, collect(identifier.key) AS carried,
     [link IN collect([identifier.key, observed.held]) WHERE link[0] IS NOT NULL] AS links
CREATE (past:PastRecord)
SET past = properties(record)
SET past.from = coalesce(record.from, record.since), past.to = $to
REMOVE past.customer, past.since
FOREACH (key IN carried | MERGE (trace:Trace {key: key}) CREATE (past)-[:CARRIED]->(trace))
FOREACH (observed IN observations | DELETE observed)
RETURN record.key AS key, record.observedAt AS observedAt, record.names AS names, record.pins AS pins,
       links
