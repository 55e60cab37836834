// Puts a policy in force, to which records are to be brought up, unless that still goes on for the one before.
// :params {hash: '00ff', name: 'customers', document: 'name: customers', model: null, at: datetime(), by: null,
// reason: null}
MATCH (sequence:Sequence {name: 'main'})
// locked before it is looked at
SET sequence.records = sequence.records
WITH sequence
WHERE sequence.applyStartedAt IS NULL
OPTIONAL MATCH (last:PolicyTerm {number: sequence.policyTerms})
SET last.until = $at
MERGE (policy:Policy {hash: $hash})
ON CREATE SET policy.name = $name, policy.document = $document, policy.since = $at
SET policy.model = $model
WITH sequence, policy, COUNT { MATCH (record:Record) } AS total
SET sequence.policyBefore = sequence.policy, sequence.policy = $hash,
    sequence.policyTerms = coalesce(sequence.policyTerms, 0) + 1,
    sequence.applyAfter = '', sequence.applyDone = 0, sequence.applyTotal = total, sequence.applyStartedAt = $at,
    sequence.applyBy = $by
REMOVE sequence.applyWorker, sequence.applyHeardAt
CREATE (term:PolicyTerm {number: sequence.policyTerms, since: $at, by: $by, reason: $reason})-[:OF]->(policy)
RETURN total
