// Lists the newest decisions up to a number that name a record, among those of some customers.
// :params {ids: ['C0123456789ABCDEFGHJKMNPQRS'], key: 'crm/1001', member: 'record:crm/1001', seq: 7, limit: 100}
UNWIND $ids AS id
MATCH (:Customer {id: id})<-[:CONCERNS]-(d:Decision)
WHERE d.seq <= $seq AND (d.record = $key OR $member IN d.members)
WITH DISTINCT d ORDER BY d.seq DESC LIMIT $limit
RETURN d.seq AS seq, d.at AS at, d.kind AS kind, d.policy AS policy, d.request AS request, d.customer AS customer,
       d.other AS other, d.record AS record, d.identifier AS identifier, d.linkClass AS linkClass,
       d.constraint AS constraint, d.detail AS detail, d.members[..100] AS members
ORDER BY seq
