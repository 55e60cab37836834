// Lists some of the records that carry identifiers and belong to the same customer as these.
// :params {identifiers: ['email:ada@example.org'], each: 100}
UNWIND $identifiers AS key
MATCH (identifier:Identifier {key: key})
CALL (identifier) {
  MATCH (identifier)<-[:OBSERVED]-(record:Record)
  WHERE record.customer = identifier.customer
  RETURN record LIMIT $each
}
RETURN key AS identifier, 'record:' + record.key AS record
