// Returns the held links of customers' identifiers, which lead to records of other customers.
// :params {ids: ['C0123456789ABCDEFGHJKMNPQRS']}
UNWIND $ids AS id
MATCH (:Customer {id: id})<-[:RESOLVED_TO]-(identifier:Identifier)
WHERE identifier.held > 0
MATCH (identifier)<-[observed:OBSERVED]-(record:Record)
WHERE observed.held IS NOT NULL
RETURN record.key AS record, record.observedAt AS at, identifier.key AS identifier,
       observed.held AS held, observed.detail AS detail
