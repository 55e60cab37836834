// Lists the newest decisions that records caused, and whether the link that they name still joins.
// :params {keys: ['crm/1001'], limit: 20}
UNWIND $keys AS key
CALL (key) {
  MATCH (decision:Decision {record: key})
  RETURN decision ORDER BY decision.seq DESC LIMIT $limit
}
RETURN decision.seq AS seq, decision.at AS at, decision.kind AS kind, decision.policy AS policy,
       decision.request AS request, decision.customer AS customer, decision.other AS other,
       decision.record AS record, decision.identifier AS identifier, decision.linkClass AS linkClass,
       EXISTS {
         MATCH (:Record {key: key})-[observed:OBSERVED]->(found:Identifier)
         WHERE found.key = decision.identifier AND found.suppressed IS NULL AND observed.held IS NULL
       } OR EXISTS {
         MATCH (:Record {key: key})-[pair:MATCHED]-(match:Record)
         WHERE 'record:' + match.key = decision.identifier AND pair.held IS NULL
       } OR EXISTS {
         MATCH (left:Record {key: key})-[tie:ASSERTED]-(right)
         WHERE tie.kind = 'SAME' AND left.customer = right.customer AND decision.linkClass = 'same'
           AND decision.identifier IN [right.key, 'record:' + right.key]
       } AS alive
