// Creates records with their links.
// :params {rows: [{properties: {key: 'crm/1001'}, at: datetime(), identifiers: ['email:ada@example.org']}]}
UNWIND $rows AS row
CREATE (record:Record)
SET record = row.properties
WITH record, row
UNWIND row.identifiers AS key
MATCH (identifier:Identifier {key: key})
CREATE (record)-[:OBSERVED {at: row.at}]->(identifier)
