// Lists the decisions that name a member by kind, request and policy, the newest first; its node names the first one.
// :params {member: 'record:crm/1001', record: 'crm/1001', identifier: null, other: 'email:ada@example.org',
// customer: 'C0123456789ABCDEFGHJKMNPQRS', after: 0, to: 1000, kinds: ['MERGED'],
// request: 'nightly', policy: '0a1b', limit: 100}
CALL () {
  MATCH (r:Record {key: $record})
  MATCH (d:Decision {seq: r.since})
  RETURN d
  UNION
  MATCH (i:Identifier {key: $identifier})
  MATCH (d:Decision {seq: i.since})
  RETURN d
  UNION
  MATCH (:Trace {key: $member})<-[:NAMES]-(d:Decision)
  RETURN d
}
WITH d
WHERE d.seq > $after AND d.seq <= $to AND (size($kinds) = 0 OR d.kind IN $kinds)
  AND ($request IS NULL OR d.request = $request) AND ($policy IS NULL OR d.policy STARTS WITH $policy)
  AND ($customer IS NULL OR d.customer = $customer OR d.other = $customer)
  AND ($other IS NULL OR d.identifier = $other OR $other IN d.members)
WITH d ORDER BY d.seq DESC LIMIT $limit
RETURN d.seq AS seq, d.at AS at, d.kind AS kind, d.policy AS policy, d.request AS request, d.customer AS customer,
       d.other AS other, d.record AS record, d.identifier AS identifier, d.linkClass AS linkClass,
       d.constraint AS constraint, d.detail AS detail, d.members[..100] AS members
ORDER BY seq DESC
