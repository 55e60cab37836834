// Finds the current customer behind an id, following one hop from a merged one to where its founder went.
// :params {id: 'C0123456789ABCDEFGHJKMNPQRS'}
MATCH (asked:Customer {id: $id})
CALL (asked) {
  OPTIONAL MATCH (asked)-[into:MERGED_INTO]->(to:Customer)
  WITH into, to ORDER BY into.founder DESC, to.id LIMIT 100
  RETURN collect(to) AS survivors
}
WITH survivors, CASE WHEN size(survivors) = 0 THEN asked ELSE survivors[0] END AS c
RETURN c.id AS id, [to IN survivors | to.id] AS chain, c.status AS status,
       c.createdAt AS createdAt, c.updatedAt AS updatedAt, c.version AS version,
       c.records AS records, c.identifiers AS identifiers, c.held AS held, c.profile AS profile
