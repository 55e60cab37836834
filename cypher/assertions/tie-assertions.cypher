// Ties the members of assertions in force, where both are there.
// :params {ids: ['A0123456789ABCDEFGHJKMNPQRS']}
UNWIND $ids AS id
MATCH (assertion:Assertion {id: id})
WHERE assertion.status = 'ACTIVE'
CALL (assertion) {
  MATCH (left:Record {key: substring(assertion.left, 7)})
  WHERE assertion.left STARTS WITH 'record:'
  RETURN left
  UNION
  MATCH (left:Identifier {key: assertion.left})
  RETURN left
}
CALL (assertion) {
  MATCH (right:Record {key: substring(assertion.right, 7)})
  WHERE assertion.right STARTS WITH 'record:'
  RETURN right
  UNION
  MATCH (right:Identifier {key: assertion.right})
  RETURN right
}
MERGE (left)-[tie:ASSERTED {id: assertion.id}]->(right)
SET tie.kind = assertion.kind, tie.by = assertion.by, tie.at = assertion.at, tie.reason = assertion.reason
