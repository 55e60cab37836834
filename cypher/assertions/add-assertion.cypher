// Keeps an assertion, and counts it among those in force.
// :params {properties: {id: 'A0123456789ABCDEFGHJKMNPQRS', kind: 'SAME', left: 'record:crm/1', right: 'record:crm/2'}}
MATCH (sequence:Sequence)
USING SCAN sequence:Sequence
WHERE sequence.name = 'main'
SET sequence.assertions = coalesce(sequence.assertions, 0) + 1
CREATE (assertion:Assertion)
SET assertion = $properties
