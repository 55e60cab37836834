// Lists the decisions that concern a customer, of one kind or of any, in their order.
// :params {id: 'C0123456789ABCDEFGHJKMNPQRS', after: 0, to: 1000, kind: 'MERGED', limit: 100}
MATCH (:Customer {id: $id})<-[:CONCERNS]-(d:Decision)
WHERE d.seq > $after AND d.seq <= $to AND ($kind IS NULL OR d.kind = $kind)
WITH d ORDER BY d.seq LIMIT $limit
RETURN d.seq AS seq, d.at AS at, d.kind AS kind, d.policy AS policy, d.request AS request, d.customer AS customer,
       d.other AS other, d.record AS record, d.identifier AS identifier, d.linkClass AS linkClass,
       d.constraint AS constraint, d.detail AS detail, d.members[..100] AS members
