// Lists the links by which records are joined to identifiers.
// :params {keys: ['crm/1001']}
UNWIND $keys AS key
MATCH (record:Record {key: key})-[observed:OBSERVED]->(identifier:Identifier)
WHERE observed.held IS NULL AND identifier.suppressed IS NULL
RETURN key AS record, identifier.key AS identifier, observed.at.epochMillis AS at
