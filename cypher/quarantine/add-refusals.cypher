// Keeps refused lines while there is room for them.
// :params {limit: 9, rows: [{id: '01J', at: datetime(), request: 'r', line: 2, body: '{', complete: true, errors: ''}]}
WITH $limit - COUNT { (:Refusal) } AS room
UNWIND CASE WHEN room > 0 THEN $rows[..room] ELSE [] END AS row
MERGE (f:Refusal {id: row.id})
ON CREATE SET f.at = row.at, f.request = row.request, f.line = row.line, f.source = row.source, f.body = row.body,
              f.complete = row.complete, f.errors = row.errors
RETURN f.id AS id
