// Finds one refused line.
// :params {id: '01JDQ0000000000000000000'}
MATCH (f:Refusal {id: $id})
RETURN f.id AS id, f.at AS at, f.request AS request, f.line AS line, f.source AS source, f.body AS body,
       f.complete AS complete, f.errors AS errors
