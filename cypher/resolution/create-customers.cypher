// Creates customers.
// :params {rows: [{id: 'C0123456789ABCDEFGHJKMNPQRS', status: 'ACTIVE', founder: 'crm/1001', founderSeq: 1,
// foundedSeq: 1}]}
UNWIND $rows AS row
CREATE (customer:Customer)
SET customer = row
