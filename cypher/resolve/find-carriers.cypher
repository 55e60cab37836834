// Returns some of the records that carry identifiers.
// :params {keys: ['email:ada@example.org'], limit: 200}
UNWIND $keys AS key
MATCH (:Identifier {key: key})<-[:OBSERVED]-(record:Record)
RETURN DISTINCT record.key AS key
LIMIT $limit
