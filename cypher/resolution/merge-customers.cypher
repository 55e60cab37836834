// Gives all members of customers to those that they are part of now.
// :params {rows: [{id: 'C0123456789ABCDEFGHJKMNPQRS', survivor: 'C0000000000ABCDEFGHJKMNPQRS'}]}
UNWIND $rows AS row
MATCH (merged:Customer {id: row.id})
MATCH (survivor:Customer {id: row.survivor})
MATCH (merged)<-[resolved:RESOLVED_TO]-(member)
DELETE resolved
CREATE (member)-[:RESOLVED_TO]->(survivor)
SET member.customer = survivor.id
