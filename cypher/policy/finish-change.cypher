// Ends the work: all records are up to the policy in force.
// :params {worker: 'a1'}
MATCH (sequence:Sequence {name: 'main'})
SET sequence.records = sequence.records
WITH sequence
WHERE sequence.applyWorker = $worker
REMOVE sequence.policyBefore, sequence.applyAfter, sequence.applyDone, sequence.applyTotal, sequence.applyStartedAt,
       sequence.applyBy, sequence.applyWorker, sequence.applyHeardAt
