// Lists the decisions that concern a customer, or one that became part of it, newest first, from before a number.
// :params {id: 'C0123456789ABCDEFGHJKMNPQRS', before: 1000, limit: 100}
MATCH (:Customer {id: $id})<-[:MERGED_INTO*0..1]-(:Customer)<-[:CONCERNS]-(d:Decision)
WHERE d.seq < $before
WITH DISTINCT d ORDER BY d.seq DESC LIMIT $limit
RETURN d.seq AS seq, d.at AS at, d.kind AS kind, d.policy AS policy, d.request AS request, d.customer AS customer,
       d.other AS other, d.record AS record, d.identifier AS identifier, d.linkClass AS linkClass,
       d.constraint AS constraint, d.detail AS detail, d.members[..100] AS members
