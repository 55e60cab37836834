// Writes decisions and nothing else, the floor of keeping the lineage.
// :params {rows: [{seq: 1}]}
UNWIND $rows AS row
MERGE (decision:Decision {seq: row.seq})
SET decision = row
