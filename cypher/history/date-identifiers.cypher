// Notes by which decision identifiers came.
// :params {rows: [{key: 'email:ada@example.org', seq: 7}]}
UNWIND $rows AS row
MATCH (identifier:Identifier {key: row.key})
SET identifier.since = row.seq
