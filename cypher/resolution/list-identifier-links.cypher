// Returns all links of the identifiers.
// :params {keys: ['email:ada@example.org']}
UNWIND $keys AS key
MATCH (identifier:Identifier {key: key})<-[observed:OBSERVED]-(record:Record)
RETURN record.key AS record, record.observedAt AS at, identifier.key AS identifier,
       observed.held AS held, observed.detail AS detail
