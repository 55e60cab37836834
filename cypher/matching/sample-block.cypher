// Returns some of the records of a block.
// :params {key: 'name_sound=LFLS', limit: 200}
MATCH (:BlockingKey {key: $key})<-[:BLOCKED_BY]-(record:Record)
RETURN record.key AS key
LIMIT $limit
