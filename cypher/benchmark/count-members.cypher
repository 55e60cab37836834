// Counts the members of an identifier's customer, the floor of explaining two of them.
// :params {key: 'email:ada@example.org'}
MATCH (:Identifier {key: $key})-[:RESOLVED_TO]->(customer:Customer)<-[:RESOLVED_TO]-(member)
RETURN count(member) AS members
