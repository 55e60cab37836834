// Replaces the content of records, but for what stewards pinned by them, and links them to what they carry now.
// :params {rows: [{key: 'crm/1001', properties: {key: 'crm/1001'}, at: datetime(),
// identifiers: ['email:ada@example.org']}]}
UNWIND $rows AS row
MATCH (record:Record {key: row.key})
WITH record, row, record.customer AS customer, record.since AS since, record.pins AS pins
SET record = row.properties
SET record.customer = customer, record.since = since, record.pins = pins
WITH record, row
UNWIND row.identifiers AS key
MATCH (identifier:Identifier {key: key})
CREATE (record)-[:OBSERVED {at: row.at}]->(identifier)
