// Lists the ids of customers that became part of a customer.
// :params {id: 'C0123456789ABCDEFGHJKMNPQRS', limit: 1000}
MATCH (:Customer {id: $id})<-[:MERGED_INTO]-(former:Customer)
RETURN former.id AS id
ORDER BY id
LIMIT $limit
