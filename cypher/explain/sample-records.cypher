// Lists the first records of a customer, by key.
// :params {id: 'C0123456789ABCDEFGHJKMNPQRS', limit: 20}
MATCH (:Customer {id: $id})<-[:RESOLVED_TO]-(record:Record)
RETURN record.key AS key
ORDER BY key
LIMIT $limit
