// Lists the newest decisions by which customers became part of another, and whether the link behind each still joins.
// :params {id: 'C0123456789ABCDEFGHJKMNPQRS', limit: 1000}
MATCH (:Customer {id: $id})<-[into:MERGED_INTO]-(:Customer)
WITH DISTINCT into.decision AS seq ORDER BY seq DESC LIMIT $limit
MATCH (decision:Decision {seq: seq})
WHERE decision.record IS NOT NULL AND decision.identifier IS NOT NULL
RETURN decision.seq AS seq, decision.at AS at, decision.kind AS kind, decision.policy AS policy,
       decision.request AS request, decision.customer AS customer, decision.other AS other,
       decision.record AS record, decision.identifier AS identifier, decision.linkClass AS linkClass,
       EXISTS {
         MATCH (:Record {key: decision.record})-[observed:OBSERVED]->(found:Identifier)
         WHERE found.key = decision.identifier AND found.suppressed IS NULL AND observed.held IS NULL
       } OR EXISTS {
         MATCH (:Record {key: decision.record})-[pair:MATCHED]-(match:Record)
         WHERE 'record:' + match.key = decision.identifier AND pair.held IS NULL
       } OR EXISTS {
         MATCH (left:Record {key: decision.record})-[tie:ASSERTED]-(right)
         WHERE tie.kind = 'SAME' AND left.customer = right.customer AND decision.linkClass = 'same'
           AND decision.identifier IN [right.key, 'record:' + right.key]
       } AS alive
