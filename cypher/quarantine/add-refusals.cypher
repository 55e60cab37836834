// Keeps refused lines while there is room for them.
// :params {limit: 100000, rows: [{id: '01', at: datetime(), request: 'r', line: 2, source: null, body: '{}', complete: true, errors: '[]'}]}
WITH $limit - COUNT { (:Refusal) } AS room
UNWIND CASE WHEN room > 0 THEN $rows[..room] ELSE [] END AS row
CREATE (f:Refusal {id: row.id, at: row.at, request: row.request, line: row.line, body: row.body,
                   complete: row.complete, errors: row.errors})
SET f.source = row.source
RETURN f.id AS id
