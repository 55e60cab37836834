// Notes up to which record the work is done, if it is still this worker's.
// :params {worker: 'a1', after: 'crm/1001', done: 500, at: datetime()}
MATCH (sequence:Sequence {name: 'main'})
SET sequence.records = sequence.records
WITH sequence
WHERE sequence.applyStartedAt IS NOT NULL AND sequence.applyWorker = $worker
SET sequence.applyAfter = $after, sequence.applyDone = sequence.applyDone + $done, sequence.applyHeardAt = $at
RETURN sequence.applyDone AS done
