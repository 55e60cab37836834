// Rewrites customers.
// :params {rows: [{id: 'C0123456789ABCDEFGHJKMNPQRS', properties: {records: 3, version: 2}}]}
UNWIND $rows AS row
MATCH (customer:Customer {id: row.id})
SET customer += row.properties
