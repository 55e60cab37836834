// Finds a policy by its hash.
// :params {hash: '00ff'}
MATCH (policy:Policy {hash: $hash})
RETURN policy.hash AS hash, policy.name AS name, policy.document AS document, policy.model AS model
