// Writes identifiers and nothing else, the floor of taking them in.
// :params {rows: [{key: 'email:ada@example.org'}]}
UNWIND $rows AS row
MERGE (identifier:Identifier {key: row.key})
SET identifier = row
