// Returns a page of blocks, each with its records if it says that these are not too many.
// :params {after: 'birth_name=s530|1970-05-12', limit: 1000, membersMax: 200}
MATCH (block:BlockingKey)
WHERE block.key > $after
WITH block ORDER BY block.key LIMIT $limit
RETURN block.key AS key, block.records AS records, COUNT { (block)<-[:BLOCKED_BY]-() } AS counted,
       COLLECT {
         WITH block
         WHERE block.records <= $membersMax
         MATCH (block)<-[:BLOCKED_BY]-(record:Record)
         RETURN record.key
       } AS members
