// Returns the blocks that are there, each with its records if these are not too many.
// :params {rows: [{key: 'birth_name=s530|1970-05-12', membersMax: 200}]}
UNWIND $rows AS row
MATCH (block:BlockingKey {key: row.key})
RETURN block.key AS key, block.records AS records,
       COLLECT {
         WITH block, row
         WHERE block.records <= row.membersMax
         MATCH (block)<-[:BLOCKED_BY]-(record:Record)
         RETURN [record.key, left(record.fingerprint, 16)]
       } AS members
