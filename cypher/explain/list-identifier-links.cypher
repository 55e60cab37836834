// Lists the links between an identifier and the records of a customer.
// :params {key: 'email:ada@example.org', customer: 'C0123456789ABCDEFGHJKMNPQRS', limit: 20}
MATCH (identifier:Identifier {key: $key})<-[observed:OBSERVED]-(record:Record)
WHERE record.customer = $customer
RETURN record.key AS record, record.customer AS recordCustomer, identifier.key AS identifier,
       identifier.customer AS identifierCustomer, observed.at AS at, observed.held AS held, observed.detail AS detail
ORDER BY record
LIMIT $limit
