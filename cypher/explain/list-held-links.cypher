// Lists held links of a customer's records to identifiers that another customer holds or carries as well.
// :params {id: 'C0123456789ABCDEFGHJKMNPQRS', other: 'C0000000000ABCDEFGHJKMNPQRS', limit: 1000}
MATCH (:Customer {id: $id})<-[:RESOLVED_TO]-(record:Record)-[observed:OBSERVED]->(identifier:Identifier)
// not IS NOT NULL, for which the planner may look through all held links of the graph
WHERE coalesce(observed.held, '') <> ''
WITH record, observed, identifier LIMIT $limit
WHERE identifier.customer = $other
   OR EXISTS {
     MATCH (identifier)<-[:OBSERVED]-(companion:Record)
     WHERE companion.customer = $other
   }
RETURN record.key AS record, record.customer AS recordCustomer, identifier.key AS identifier,
       identifier.customer AS identifierCustomer, observed.at AS at, observed.held AS held, observed.detail AS detail
ORDER BY identifier, record
