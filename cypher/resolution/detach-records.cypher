// Takes the records' links away, and tells what they carried.
// :params {keys: ['crm/1001']}
UNWIND $keys AS key
MATCH (record:Record {key: key})
OPTIONAL MATCH (record)-[observed:OBSERVED]->(identifier:Identifier)
WITH record, collect(identifier.key) AS identifiers, collect(observed) AS links
FOREACH (link IN links | DELETE link)
RETURN record.key AS key, record.observedAt AS observedAt, record.names AS names, identifiers
