// Tells whose members are, whether they link, and how many links they have.
// :params {records: ['crm/1001'], identifiers: ['email:ada@example.org']}
CALL () {
  UNWIND $records AS key
  MATCH (record:Record {key: key})
  RETURN 'record:' + key AS member, record.customer AS customer, null AS suppressed,
         COUNT { (record)-[:OBSERVED]->() } + COUNT { (record)-[:MATCHED]-() }
         + COUNT { (record)-[:ASSERTED]-() } AS links
  UNION ALL
  UNWIND $identifiers AS key
  MATCH (identifier:Identifier {key: key})
  RETURN key AS member, identifier.customer AS customer, identifier.suppressed AS suppressed,
         COUNT { (identifier)<-[:OBSERVED]-() } + COUNT { (identifier)-[:ASSERTED]-() } AS links
}
RETURN member, customer, suppressed, links
