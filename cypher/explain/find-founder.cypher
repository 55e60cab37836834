// Finds the record that founded a customer, if it is still there.
// :params {id: 'C0123456789ABCDEFGHJKMNPQRS'}
MATCH (asked:Customer {id: $id})
MATCH (founder:Record {key: asked.founder})
RETURN founder.key AS key
