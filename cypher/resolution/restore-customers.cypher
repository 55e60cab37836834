// Makes customers of merged IDs again.
// :params {ids: ['C0123456789ABCDEFGHJKMNPQRS']}
UNWIND $ids AS id
MATCH (customer:Customer {id: id})
OPTIONAL MATCH (customer)-[into:MERGED_INTO]->()
DELETE into
WITH DISTINCT customer
SET customer.status = 'ACTIVE'
REMOVE customer:Former
