// Takes the policy for an empty graph's own, and tells which is in force; with records in the graph it does not change.
// :params {hash: '00ff', name: 'customers', document: 'name: customers', model: null, replaces: false, at: datetime()}
MERGE (sequence:Sequence {name: 'main'})
ON CREATE SET sequence.records = 0, sequence.decisions = 0, sequence.merges = 0
SET sequence.records = sequence.records
WITH sequence,
     sequence.policy IS NULL
     OR $replaces AND sequence.records = 0 AND sequence.applyStartedAt IS NULL AND sequence.policy <> $hash AS adopts
FOREACH (absent IN CASE WHEN adopts THEN [1] ELSE [] END |
  MERGE (policy:Policy {hash: $hash})
  ON CREATE SET policy.name = $name, policy.document = $document, policy.since = $at
  SET policy.model = $model, sequence.policy = $hash, sequence.policyTerms = coalesce(sequence.policyTerms, 0) + 1
  CREATE (:PolicyTerm {number: sequence.policyTerms, since: $at})-[:OF]->(policy)
)
RETURN sequence.policy AS hash, sequence.applyStartedAt IS NULL AS settled
