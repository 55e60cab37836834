// Rewrites what is counted of identifiers.
// :params {rows: [{key: 'email:ada@example.org', properties: {records: 2}}]}
UNWIND $rows AS row
MATCH (identifier:Identifier {key: row.key})
SET identifier += row.properties
