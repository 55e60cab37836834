// Lists the assertions by which records and identifiers are joined.
// :params {records: ['crm/1001'], identifiers: ['email:ada@example.org']}
MATCH (sequence:Sequence {name: 'main'})
WHERE coalesce(sequence.assertions, 0) > 0
CALL () {
  UNWIND $records AS key
  MATCH (:Record {key: key})-[tie:ASSERTED]-()
  RETURN tie
  UNION
  UNWIND $identifiers AS key
  MATCH (:Identifier {key: key})-[tie:ASSERTED]-()
  RETURN tie
}
WITH tie, startNode(tie) AS left, endNode(tie) AS right
// what another word keeps apart is of two customers, and what is suppressed is of none
WHERE tie.kind = 'SAME' AND left.customer = right.customer
RETURN tie.id AS id, tie.at.epochMillis AS at,
       CASE WHEN left:Record THEN 'record:' + left.key ELSE left.key END AS left,
       CASE WHEN right:Record THEN 'record:' + right.key ELSE right.key END AS right
