// Returns what stewards pinned by the records of a customer.
// :params {customer: 'C0123456789ABCDEFGHJKMNPQRS'}
MATCH (:Customer {id: $customer})<-[:RESOLVED_TO]-(record:Record)
WHERE record.pins IS NOT NULL
RETURN record.key AS key, record.pins AS pins
