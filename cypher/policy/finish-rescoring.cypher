// Puts a policy in force that all records were brought up to.
// :params {hash: '00ff'}
MATCH (sequence:Sequence {name: 'main'})
WHERE sequence.rescoring = $hash
SET sequence.policy = $hash
REMOVE sequence.rescoring, sequence.rescored
