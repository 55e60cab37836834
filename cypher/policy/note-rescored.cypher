// Notes up to which record the graph is brought up to another policy.
// :params {hash: '00ff', after: 'crm/1001'}
MATCH (sequence:Sequence {name: 'main'})
WHERE sequence.rescoring = $hash
SET sequence.rescored = $after
