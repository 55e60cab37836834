// Creates records of customers that are known already, with their links.
// :params {rows: [{properties: {key: 'crm/1001'}, customer: 'C0123456789ABCDEFGHJKMNPQRS', at: datetime(), identifiers: ['email:ada@example.org']}]}
UNWIND $rows AS row
MATCH (customer:Customer {id: row.customer})
CREATE (record:Record)-[:RESOLVED_TO]->(customer)
SET record = row.properties
WITH record, row
UNWIND row.identifiers AS key
MATCH (identifier:Identifier {key: key})
CREATE (record)-[:OBSERVED {at: row.at}]->(identifier)
