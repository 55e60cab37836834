// Deletes one refused line.
// :params {id: '01JDQ0000000000000000000'}
MATCH (f:Refusal {id: $id})
DELETE f
RETURN $id AS id
