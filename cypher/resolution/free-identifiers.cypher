// Releases all held links of identifiers that stopped linking.
// :params {keys: ['email:ada@example.org']}
UNWIND $keys AS key
MATCH (identifier:Identifier {key: key})<-[observed:OBSERVED]-()
WHERE observed.held IS NOT NULL
REMOVE observed.held, observed.detail
