// Returns the assertions in force that name one of the members, with the customers of both their members.
// :params {keys: ['record:crm/1001', 'email:ada@example.org']}
UNWIND $keys AS key
CALL (key) {
  MATCH (assertion:Assertion {left: key})
  RETURN assertion
  UNION
  MATCH (assertion:Assertion {right: key})
  RETURN assertion
}
WITH DISTINCT assertion
WHERE assertion.status = 'ACTIVE'
OPTIONAL MATCH (leftRecord:Record {key: substring(assertion.left, 7)})
  WHERE assertion.left STARTS WITH 'record:'
OPTIONAL MATCH (leftIdentifier:Identifier {key: assertion.left})
OPTIONAL MATCH (rightRecord:Record {key: substring(assertion.right, 7)})
  WHERE assertion.right STARTS WITH 'record:'
OPTIONAL MATCH (rightIdentifier:Identifier {key: assertion.right})
RETURN assertion, coalesce(leftRecord.customer, leftIdentifier.customer) AS leftCustomer,
       coalesce(rightRecord.customer, rightIdentifier.customer) AS rightCustomer
