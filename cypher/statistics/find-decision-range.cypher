// Finds the first and the last sequence number of the decisions.
// :params {}
CALL () {
  MATCH (d:Decision) WHERE d.seq >= 0
  RETURN d.seq AS first ORDER BY d.seq LIMIT 1
}
CALL () {
  MATCH (d:Decision) WHERE d.seq >= 0
  RETURN d.seq AS last ORDER BY d.seq DESC LIMIT 1
}
RETURN first, last
