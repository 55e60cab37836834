// Tells who said what some assertions say, and why.
// :params {ids: ['A0123456789ABCDEFGHJKMNPQRS']}
UNWIND $ids AS id
MATCH (assertion:Assertion {id: id})
RETURN assertion.id AS id, assertion.kind AS kind, assertion.left AS left, assertion.right AS right,
       assertion.by AS by, assertion.at AS at, assertion.reason AS reason
