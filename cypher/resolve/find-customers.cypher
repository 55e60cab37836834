// Finds the customer of each of many identifiers; an unknown identifier gives no row.
// :params {keys: ['email:ada@example.org', 'phone:+442079460018']}
UNWIND $keys AS key
MATCH (i:Identifier {key: key})
RETURN key, i.customer AS customer, i.suppressed AS suppressed
