// Ends an assertion that is in force; what was said is kept.
// :params {id: 'A0123456789ABCDEFGHJKMNPQRS', by: 'ada', at: datetime(), reason: 'a mistake'}
MATCH (sequence:Sequence)
USING SCAN sequence:Sequence
WHERE sequence.name = 'main'
MATCH (assertion:Assertion {id: $id})
WHERE assertion.status = 'ACTIVE'
SET sequence.assertions = sequence.assertions - 1,
    assertion.status = 'RETRACTED',
    assertion.retractedBy = $by,
    assertion.retractedAt = $at,
    assertion.retractedReason = $reason
WITH assertion
CALL (assertion) {
  MATCH (left:Record {key: substring(assertion.left, 7)})
  WHERE assertion.left STARTS WITH 'record:'
  RETURN left
  UNION
  MATCH (left:Identifier {key: assertion.left})
  RETURN left
}
MATCH (left)-[tie:ASSERTED {id: assertion.id}]->()
DELETE tie
