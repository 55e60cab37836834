// Lists the decisions that moved members of customers, up to a number and in their order.
// :params {ids: ['C0123456789ABCDEFGHJKMNPQRS'], kinds: ['JOINED'], seq: 7, limit: 1000}
UNWIND $ids AS id
MATCH (:Customer {id: id})<-[:CONCERNS]-(d:Decision)
WHERE d.seq <= $seq AND d.kind IN $kinds
WITH DISTINCT d ORDER BY d.seq LIMIT $limit
RETURN d.seq AS seq, d.kind AS kind, d.customer AS customer, d.other AS other, d.identifier AS identifier,
       d.members AS members
ORDER BY seq
