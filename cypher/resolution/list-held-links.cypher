// Returns the held links of customers' identifiers, which lead to records of other customers.
// :params {ids: ['C0123456789ABCDEFGHJKMNPQRS']}
UNWIND $ids AS id
MATCH (:Customer {id: id})<-[:RESOLVED_TO]-(identifier:Identifier)
WHERE identifier.held > 0
MATCH (identifier)<-[observed:OBSERVED]-(record:Record)
// not IS NOT NULL, for which the planner may look through all held links of the graph
WHERE coalesce(observed.held, '') <> ''
RETURN record.key AS record, record.observedAt AS at, identifier.key AS identifier,
       observed.held AS held, observed.detail AS detail
