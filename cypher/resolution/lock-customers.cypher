// Locks the active customers, in the order given, and returns them; a customer's lock guards its membership.
// :params {ids: ['C0123456789ABCDEFGHJKMNPQRS']}
UNWIND $ids AS id
MATCH (customer:Customer {id: id})
SET customer.createdAt = customer.createdAt
WITH customer
WHERE customer.status = 'ACTIVE'
RETURN customer
