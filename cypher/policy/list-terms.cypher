// Returns the last spans in which policies were in force, the newest first.
// :params {limit: 100}
MATCH (term:PolicyTerm)
WHERE term.number > 0
WITH term ORDER BY term.number DESC LIMIT $limit
MATCH (term)-[:OF]->(policy:Policy)
RETURN term.number AS number, policy.hash AS hash, policy.name AS name, term.since AS since, term.until AS until,
       term.by AS by, term.reason AS reason
ORDER BY number DESC
