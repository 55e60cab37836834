// Begins to bring the records up to another policy, or goes on with it; returns the key of the last one done.
// :params {hash: '00ff', name: 'customers', document: 'name: customers', at: datetime()}
MATCH (sequence:Sequence {name: 'main'})
SET sequence.rescored = CASE WHEN sequence.rescoring = $hash THEN sequence.rescored ELSE '' END,
    sequence.rescoring = $hash
WITH sequence
MERGE (policy:Policy {hash: $hash})
ON CREATE SET policy.name = $name, policy.document = $document, policy.since = $at
RETURN sequence.rescored AS after
