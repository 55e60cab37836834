// Returns how far the records are brought up to the policy in force, while they are.
// :params {}
MATCH (sequence:Sequence {name: 'main'})
WHERE sequence.applyStartedAt IS NOT NULL
RETURN sequence.policy AS hash, sequence.policyBefore AS before, sequence.applyAfter AS after,
       sequence.applyDone AS done, sequence.applyTotal AS total, sequence.applyStartedAt AS startedAt,
       sequence.applyBy AS by
