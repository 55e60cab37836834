// Creates identifiers, and gives those that link to their customers.
// :params {rows: [{properties: {key: 'email:ada@example.org', type: 'email'},
// customer: 'C0123456789ABCDEFGHJKMNPQRS'}]}
UNWIND $rows AS row
CREATE (identifier:Identifier)
SET identifier = row.properties
WITH identifier, row
WHERE row.customer IS NOT NULL
MATCH (customer:Customer {id: row.customer})
CREATE (identifier)-[:RESOLVED_TO]->(customer)
