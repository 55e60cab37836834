// Lists the newest decisions that name a record, among those of its customer and of what became part of it.
// :params {key: 'crm/1001', member: 'record:crm/1001', limit: 100}
MATCH (:Record {key: $key})-[:RESOLVED_TO]->(:Customer)<-[:MERGED_INTO*0..1]-(:Customer)<-[:CONCERNS]-(d:Decision)
WHERE d.record = $key OR $member IN d.members
WITH DISTINCT d ORDER BY d.seq DESC LIMIT $limit
RETURN d.seq AS seq, d.at AS at, d.kind AS kind, d.policy AS policy, d.request AS request, d.customer AS customer,
       d.other AS other, d.record AS record, d.identifier AS identifier, d.linkClass AS linkClass,
       d.constraint AS constraint, d.detail AS detail, d.members[..100] AS members
ORDER BY seq
