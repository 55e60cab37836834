// Creates records of customers that are known already, with their links.
// :params {rows: [{properties: {key: 'crm/1'}, customer: 'C0', at: datetime(), identifiers: ['email:a@b.example']}]}
UNWIND $rows AS row
MATCH (customer:Customer {id: row.customer})
CREATE (record:Record)-[:RESOLVED_TO]->(customer)
SET record = row.properties
WITH record, row
UNWIND row.identifiers AS key
MATCH (identifier:Identifier {key: key})
CREATE (record)-[:OBSERVED {at: row.at}]->(identifier)
