// Points merged IDs at the survivor of the customer that they answered with, so that a chain has one hop.
// :params {rows: [{id: 'C0123456789ABCDEFGHJKMNPQRS', survivor: 'C0000000000ABCDEFGHJKMNPQRS'}]}
UNWIND $rows AS row
MATCH (survivor:Customer {id: row.survivor})
MATCH (former:Former)-[old:MERGED_INTO]->(:Customer {id: row.id})
WITH survivor, former, old, old.founder AS founder, old.decision AS decision
DELETE old
MERGE (former)-[into:MERGED_INTO]->(survivor)
ON CREATE SET into.founder = founder, into.decision = decision
ON MATCH SET into.founder = into.founder OR founder
