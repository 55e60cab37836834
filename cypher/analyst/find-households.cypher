// Finds addresses at which several customers live, most customers first; reads every customer.
// :params {customersMin: 2, customersMax: 20, limit: 20}
MATCH (customer:Customer)
WHERE customer.address IS NOT NULL AND NOT customer:Former
WITH toLower(customer.address) AS address, collect(customer) AS people
// more are an office, a dormitory or a pick-up point
WHERE size(people) >= $customersMin AND size(people) <= $customersMax
WITH address, people ORDER BY size(people) DESC, address LIMIT $limit
RETURN address, size(people) AS customers, [person IN people | person.fullName] AS names,
       [person IN people | person.id] AS ids
ORDER BY customers DESC, address
