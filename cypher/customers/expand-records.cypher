// Lists the identifiers that some records carry, with the links held ones included.
// :params {keys: ['crm/1001'], limit: 1000}
UNWIND $keys AS key
MATCH (r:Record {key: key})-[o:OBSERVED]->(i:Identifier)
WITH key, o, i LIMIT $limit
RETURN key AS record, i.key AS identifier, i.customer AS customer, i.suppressed AS suppressed, o.at AS at,
       o.held AS held, o.detail AS detail
