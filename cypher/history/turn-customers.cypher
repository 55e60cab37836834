// Notes what became of customers: that they went to others, were customers again, or ended.
// :params {rows: [{id: 'C0123456789ABCDEFGHJKMNPQRS', turns: ['7 MERGED C0000000000ABCDEFGHJKMNPQRS'],
// to: ['C0000000000ABCDEFGHJKMNPQRS']}]}
UNWIND $rows AS row
MATCH (customer:Customer {id: row.id})
SET customer.turns = coalesce(customer.turns, []) + row.turns
WITH customer, row
UNWIND row.to AS id
MATCH (other:Customer {id: id})
MERGE (customer)-[:WENT_TO]->(other)
