// Finds an assertion, with the customers of both its members.
// :params {id: 'A0123456789ABCDEFGHJKMNPQRS'}
MATCH (assertion:Assertion {id: $id})
OPTIONAL MATCH (leftRecord:Record {key: substring(assertion.left, 7)})
  WHERE assertion.left STARTS WITH 'record:'
OPTIONAL MATCH (leftIdentifier:Identifier {key: assertion.left})
OPTIONAL MATCH (rightRecord:Record {key: substring(assertion.right, 7)})
  WHERE assertion.right STARTS WITH 'record:'
OPTIONAL MATCH (rightIdentifier:Identifier {key: assertion.right})
RETURN assertion, coalesce(leftRecord.customer, leftIdentifier.customer) AS leftCustomer,
       coalesce(rightRecord.customer, rightIdentifier.customer) AS rightCustomer
