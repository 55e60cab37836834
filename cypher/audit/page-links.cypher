// Returns decisions in their order with all that their hashes are made of.
// :params {after: 0, to: 500, limit: 500}
MATCH (d:Decision)
WHERE d.seq > $after AND d.seq <= $to
WITH d ORDER BY d.seq LIMIT $limit
RETURN d.seq AS seq, d.at AS at, d.kind AS kind, d.policy AS policy, d.request AS request, d.customer AS customer,
       d.other AS other, d.record AS record, d.identifier AS identifier, d.linkClass AS linkClass,
       d.constraint AS constraint, d.detail AS detail, d.members AS members, d.salt AS salt, d.keys AS keys,
       d.hash AS hash
