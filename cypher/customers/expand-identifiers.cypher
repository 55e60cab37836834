// Lists some of the records that carry some identifiers, and the customers they belong to.
// :params {keys: ['email:ada@example.org'], limit: 200, each: 50}
UNWIND $keys AS key
MATCH (i:Identifier {key: key})
CALL (i) {
  MATCH (i)<-[:OBSERVED]-(r:Record)
  RETURN r LIMIT $each
}
WITH DISTINCT r LIMIT $limit
RETURN r.key AS key, r.customer AS customer
