// Reads what became of records, with all that was written for them.
// :params {keys: ['crm/1']}
MATCH (record:Record) WHERE record.key IN $keys
MATCH (record)-[:RESOLVED_TO]->(customer)
RETURN properties(record) AS record, properties(customer) AS customer,
       COLLECT { MATCH (record)-[o:OBSERVED]->(i) OPTIONAL MATCH (i)-[:RESOLVED_TO]->(owner)
                 RETURN [properties(i), o.at, owner.id] } AS identifiers,
       COLLECT { MATCH (customer)<-[:CONCERNS]-(d) WHERE d.record = record.key
                 RETURN properties(d) } AS decisions
ORDER BY record.seq
