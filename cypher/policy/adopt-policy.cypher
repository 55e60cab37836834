// Takes the policy for an empty graph's own, and tells which is in force; with records in the graph it does not change.
// :params {hash: '00ff', name: 'customers', document: 'name: customers', at: datetime()}
MERGE (sequence:Sequence {name: 'main'})
ON CREATE SET sequence.records = 0, sequence.decisions = 0, sequence.merges = 0
SET sequence.policy = CASE WHEN sequence.policy IS NULL OR sequence.records = 0 THEN $hash ELSE sequence.policy END
WITH sequence
MERGE (policy:Policy {hash: sequence.policy})
ON CREATE SET policy.name = $name, policy.document = $document, policy.since = $at
RETURN policy.hash AS hash, policy.name AS name, policy.since AS since, sequence.rescoring AS rescoring
