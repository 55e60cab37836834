// Finds the last span in which a policy was in force.
// :params {hash: '00ff'}
MATCH (policy:Policy {hash: $hash})<-[:OF]-(term:PolicyTerm)
RETURN term.number AS number, policy.hash AS hash, policy.name AS name, term.since AS since, term.until AS until,
       term.by AS by, term.reason AS reason
ORDER BY number DESC LIMIT 1
