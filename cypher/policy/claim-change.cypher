// Takes the work of bringing records up to the policy in force, unless somebody else is at it.
// :params {worker: 'a1', lapsed: datetime(), at: datetime()}
MATCH (sequence:Sequence {name: 'main'})
// locked before it is looked at
SET sequence.records = sequence.records
WITH sequence
WHERE sequence.applyStartedAt IS NOT NULL
  AND (sequence.applyWorker IS NULL OR sequence.applyWorker = $worker OR sequence.applyHeardAt < $lapsed)
SET sequence.applyWorker = $worker, sequence.applyHeardAt = $at
RETURN sequence.applyAfter AS after
