// Removes blocks that no record is in.
// :params {keys: ['birth_name=s530|1970-05-12']}
UNWIND $keys AS key
MATCH (block:BlockingKey {key: key})
WHERE NOT (block)<-[:BLOCKED_BY]-()
DETACH DELETE block
