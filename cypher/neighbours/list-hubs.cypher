// Lists the identifiers of a customer that most records carry, the most carried first.
// :params {id: 'C0123456789ABCDEFGHJKMNPQRS', limit: 60}
MATCH (:Customer {id: $id})<-[:RESOLVED_TO]-(hub:Identifier)
RETURN hub.key AS identifier
ORDER BY hub.records DESC, identifier
LIMIT $limit
