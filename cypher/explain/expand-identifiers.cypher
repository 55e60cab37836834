// Lists the links by which identifiers are joined to records, of those that not too many records carry.
// :params {keys: ['email:ada@example.org'], recordsMax: 50}
UNWIND $keys AS key
MATCH (identifier:Identifier {key: key})
WHERE identifier.records <= $recordsMax
CALL (identifier) {
  MATCH (identifier)<-[observed:OBSERVED]-(record:Record)
  WHERE observed.held IS NULL
  RETURN collect([record.key, observed.at.epochMillis]) AS links
}
RETURN key AS identifier, links
