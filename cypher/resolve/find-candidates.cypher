// Names the customers whose records carry each of some ambiguous identifiers, those with most records first.
// :params {keys: ['email:till@shop.example'], recordsMax: 1000, candidatesMax: 100}
UNWIND $keys AS key
MATCH (i:Identifier {key: key})
CALL (i) {
  MATCH (i)<-[:OBSERVED]-(r:Record)
  WITH r LIMIT $recordsMax + 1
  WITH r.customer AS customer, count(*) AS records
  ORDER BY records DESC, customer
  WITH collect({customer: customer, records: records}) AS found
  RETURN found[..$candidatesMax] AS candidates,
         size(found) > $candidatesMax
           OR reduce(total = 0, each IN found | total + each.records) > $recordsMax AS cut
}
RETURN key, candidates, cut
