// Returns a page of customers, with what they became part of.
// :params {after: 'C0123456789ABCDEFGHJKMNPQRS', limit: 1000}
MATCH (customer:Customer)
WHERE customer.id > $after
WITH customer ORDER BY customer.id LIMIT $limit
RETURN customer.id AS key, customer, customer:Former AS former,
       COLLECT {
         MATCH (customer)-[into:MERGED_INTO]->(successor:Customer)
         RETURN [successor.id, coalesce(into.founder, false), successor.status]
       } AS successors
