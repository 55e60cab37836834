// Lists the links by which the records of a customer are joined to identifiers.
// :params {id: 'C0123456789ABCDEFGHJKMNPQRS', limit: 1000}
MATCH (:Customer {id: $id})<-[:RESOLVED_TO]-(record:Record)-[observed:OBSERVED]->(identifier:Identifier)
WHERE observed.held IS NULL AND identifier.suppressed IS NULL
RETURN record.key AS record, identifier.key AS identifier, observed.at.epochMillis AS at
LIMIT $limit
