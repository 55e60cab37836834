// Finds the first decision beyond a number.
// :params {seq: 1000}
MATCH (d:Decision)
WHERE d.seq > $seq
RETURN toInteger(d.seq) AS seq
ORDER BY d.seq
LIMIT 1
