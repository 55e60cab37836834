// Lists the customers whose members ever went to some others as a whole.
// :params {ids: ['C0123456789ABCDEFGHJKMNPQRS'], limit: 1000}
UNWIND $ids AS id
MATCH (:Customer {id: id})<-[:WENT_TO]-(c:Customer)
RETURN DISTINCT c.id AS id
LIMIT $limit
