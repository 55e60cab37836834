// Returns the policy in force, and the one that the records are being brought up to, if any.
// :params {}
MATCH (sequence:Sequence {name: 'main'})
MATCH (policy:Policy {hash: sequence.policy})
RETURN policy.hash AS hash, policy.name AS name, policy.document AS document, sequence.rescoring AS rescoring
