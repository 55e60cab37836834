// Lists assertions about a member, of a status or of any, from after an id.
// :params {member: 'record:crm/1001', status: 'ACTIVE', after: '', limit: 100}
CALL () {
  MATCH (assertion:Assertion {left: $member})
  RETURN assertion
  UNION
  MATCH (assertion:Assertion {right: $member})
  RETURN assertion
}
WITH assertion
WHERE assertion.id > $after AND ($status IS NULL OR assertion.status = $status)
WITH assertion ORDER BY assertion.id LIMIT $limit
OPTIONAL MATCH (leftRecord:Record {key: substring(assertion.left, 7)})
  WHERE assertion.left STARTS WITH 'record:'
OPTIONAL MATCH (leftIdentifier:Identifier {key: assertion.left})
OPTIONAL MATCH (rightRecord:Record {key: substring(assertion.right, 7)})
  WHERE assertion.right STARTS WITH 'record:'
OPTIONAL MATCH (rightIdentifier:Identifier {key: assertion.right})
RETURN assertion, coalesce(leftRecord.customer, leftIdentifier.customer) AS leftCustomer,
       coalesce(rightRecord.customer, rightIdentifier.customer) AS rightCustomer
ORDER BY assertion.id
