// Tells which of the customer IDs were ever given out.
// :params {ids: ['C0123456789ABCDEFGHJKMNPQRS']}
UNWIND $ids AS id
MATCH (customer:Customer {id: id})
RETURN customer.id AS id
