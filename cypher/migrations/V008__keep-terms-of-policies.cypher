// Keeps when which policy was in force; a graph that was being brought up to another one goes on with that.
CREATE CONSTRAINT policy_term_number IF NOT EXISTS FOR (term:PolicyTerm) REQUIRE term.number IS UNIQUE;
MATCH (sequence:Sequence {name: 'main'})
WHERE sequence.rescoring IS NOT NULL
SET sequence.policyBefore = sequence.policy, sequence.policy = sequence.rescoring,
    sequence.applyAfter = coalesce(sequence.rescored, ''), sequence.applyDone = 0,
    sequence.applyTotal = COUNT { MATCH (record:Record) }, sequence.applyStartedAt = datetime()
REMOVE sequence.rescoring, sequence.rescored;
MATCH (sequence:Sequence {name: 'main'})
MATCH (policy:Policy {hash: sequence.policy})
WHERE sequence.policyTerms IS NULL
SET sequence.policyTerms = 1
MERGE (term:PolicyTerm {number: 1})
ON CREATE SET term.since = policy.since
MERGE (term)-[:OF]->(policy);
