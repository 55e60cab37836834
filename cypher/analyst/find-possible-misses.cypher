// Finds small customers of one name and birth date, or of one name where none gives a date; reads every customer.
// :params {recordsMax: 2, withoutBirthDate: true, customersMax: 5, limit: 20}
MATCH (customer:Customer)<-[:RESOLVED_TO]-(record:Record)
WHERE customer.records <= $recordsMax AND any(name IN record.names WHERE name STARTS WITH 'family:')
      AND any(name IN record.names WHERE name STARTS WITH 'given:')
WITH DISTINCT record.names AS names, record.birthDate AS birthDate, customer
WITH names, birthDate, collect(customer) AS customers
// a name that many bear says nothing
WHERE size(customers) > 1 AND size(customers) <= $customersMax AND (birthDate IS NOT NULL OR $withoutBirthDate)
WITH names, birthDate, customers
ORDER BY birthDate IS NULL, size(customers) DESC, names LIMIT $limit
RETURN [name IN names | split(name, ':')[1]] AS names, birthDate, size(customers) AS customers,
       [each IN customers | each.id] AS ids,
       [each IN customers | head([(each)<-[:RESOLVED_TO]-(found:Record) | found.key])] AS records
ORDER BY birthDate IS NULL, customers DESC, names
