// Releases all held links of identifiers that stopped linking.
// :params {keys: ['email:ada@example.org']}
UNWIND $keys AS key
MATCH (identifier:Identifier {key: key})<-[observed:OBSERVED]-()
// not IS NOT NULL, for which the planner may look through all held links of the graph
WHERE coalesce(observed.held, '') <> ''
REMOVE observed.held, observed.detail
