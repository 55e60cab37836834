// Returns what stewards said of the members of customers, of records and of identifiers, where both members are there.
// :params {ids: ['C0123456789ABCDEFGHJKMNPQRS'], records: ['crm/1001'], identifiers: ['email:ada@example.org']}
CALL () {
  UNWIND $ids AS id
  MATCH (:Customer {id: id})<-[:RESOLVED_TO]-(member)-[tie:ASSERTED]-()
  RETURN tie
  UNION
  UNWIND $records AS key
  MATCH (:Record {key: key})-[tie:ASSERTED]-()
  RETURN tie
  UNION
  UNWIND $identifiers AS key
  MATCH (:Identifier {key: key})-[tie:ASSERTED]-()
  RETURN tie
}
// what is the same as an identifier that does not link is not linked by that
WITH tie, startNode(tie) AS left, endNode(tie) AS right
WHERE tie.kind = 'DIFFERENT' OR (left.suppressed IS NULL AND right.suppressed IS NULL)
RETURN tie.id AS id, tie.kind AS kind, tie.by AS by, tie.at AS at, tie.reason AS reason,
       CASE WHEN left:Record THEN 'record:' + left.key ELSE left.key END AS left,
       CASE WHEN right:Record THEN 'record:' + right.key ELSE right.key END AS right,
       left.customer AS leftCustomer, right.customer AS rightCustomer
