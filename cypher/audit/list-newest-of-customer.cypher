// Lists the decisions that concern a customer by kind, request and policy, the newest first.
// :params {id: 'C0123456789ABCDEFGHJKMNPQRS', after: 0, to: 1000, kinds: ['MERGED'],
// request: 'nightly', policy: '0a1b', limit: 100}
MATCH (:Customer {id: $id})<-[:CONCERNS]-(d:Decision)
WHERE d.seq > $after AND d.seq <= $to AND (size($kinds) = 0 OR d.kind IN $kinds)
  AND ($request IS NULL OR d.request = $request) AND ($policy IS NULL OR d.policy STARTS WITH $policy)
WITH d ORDER BY d.seq DESC LIMIT $limit
RETURN d.seq AS seq, d.at AS at, d.kind AS kind, d.policy AS policy, d.request AS request, d.customer AS customer,
       d.other AS other, d.record AS record, d.identifier AS identifier, d.linkClass AS linkClass,
       d.constraint AS constraint, d.detail AS detail, d.members[..100] AS members
ORDER BY seq DESC
