// Finds the record that founded a customer, if it is still there, and the customer that a merged one became part of.
// :params {id: 'C0123456789ABCDEFGHJKMNPQRS'}
MATCH (asked:Customer {id: $id})
OPTIONAL MATCH (founder:Record {key: asked.founder})
RETURN asked.status AS status, founder.key AS key, founder.customer AS customer,
       COLLECT {
         MATCH (asked)-[into:MERGED_INTO]->(survivor:Customer)
         RETURN survivor.id ORDER BY into.founder DESC, survivor.id LIMIT 1
       } AS survivors
