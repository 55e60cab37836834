// Tells how many assertions are in force, as they are counted.
// :params {}
MATCH (sequence:Sequence {name: 'main'})
RETURN coalesce(sequence.assertions, 0) AS assertions
