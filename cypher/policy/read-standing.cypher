// Returns the hash of the policy in force, and whether all records are up to it.
// :params {}
MATCH (sequence:Sequence {name: 'main'})
WHERE sequence.policy IS NOT NULL
RETURN sequence.policy AS hash, sequence.applyStartedAt IS NULL AS settled
