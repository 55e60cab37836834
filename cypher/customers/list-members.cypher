// Lists some records of a customer, for drawing its surroundings.
// :params {id: 'C0123456789ABCDEFGHJKMNPQRS', limit: 200}
MATCH (:Customer {id: $id})<-[:RESOLVED_TO]-(r:Record)
RETURN r.key AS key, r.customer AS customer
ORDER BY key
LIMIT $limit
