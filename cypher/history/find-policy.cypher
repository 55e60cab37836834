// Finds the policy by which a decision was taken.
// :params {seq: 7}
MATCH (d:Decision {seq: $seq})
OPTIONAL MATCH (policy:Policy {hash: d.policy})
RETURN d.policy AS hash, policy.document AS document, policy.model AS model
