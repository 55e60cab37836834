// Finds, for each of some sequence numbers, the time of the first decision from it on.
// :params {seqs: [1, 500, 1000]}
UNWIND $seqs AS seq
CALL (seq) {
  MATCH (d:Decision) WHERE d.seq >= seq
  RETURN d.at AS at ORDER BY d.seq LIMIT 1
}
RETURN seq, at
