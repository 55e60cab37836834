// Finds e-mails and phones that several customers gave and one has, the others' links to them being held.
// :params {types: ['email', 'phone'], linksMax: 100000, recordsMax: 1000, limit: 20}
MATCH (:Record)-[observed:OBSERVED]->(contact:Identifier)
WHERE observed.held IS NOT NULL
WITH observed, contact LIMIT $linksMax
WITH contact, count(*) AS heldLinks, collect(DISTINCT observed.held) AS constraints
WHERE contact.type IN $types
WITH contact, heldLinks, constraints ORDER BY heldLinks DESC, contact.key LIMIT $limit
CALL (contact) {
  MATCH (contact)<-[:OBSERVED]-(record:Record)
  WITH record LIMIT $recordsMax
  WITH DISTINCT record.customer AS id
  MATCH (customer:Customer {id: id})
  WITH customer ORDER BY customer.id
  RETURN collect(customer) AS customers
}
OPTIONAL MATCH (contact)-[:RESOLVED_TO]->(owner:Customer)
RETURN contact.key AS identifier, size(customers) AS customers, heldLinks, constraints, owner.id AS owner,
       owner.fullName AS ownerName, [other IN customers WHERE other.id <> owner.id | other.id][..10] AS others,
       [other IN customers WHERE other.id <> owner.id | other.fullName][..10] AS otherNames
ORDER BY customers DESC, heldLinks DESC, identifier
