// Lists the links by which the identifiers of a customer are joined to records.
// :params {id: 'C0123456789ABCDEFGHJKMNPQRS', limit: 1000}
MATCH (:Customer {id: $id})<-[:RESOLVED_TO]-(identifier:Identifier)
// one that is suppressed belongs to no customer; each key is read once
WITH identifier, identifier.key AS key
MATCH (identifier)<-[observed:OBSERVED]-(record:Record)
WHERE observed.held IS NULL
RETURN record.key AS record, key AS identifier, observed.at.epochMillis AS at
LIMIT $limit
