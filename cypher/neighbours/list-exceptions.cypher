// Lists links of a customer's members that are held, or that stewards made.
// :params {id: 'C0123456789ABCDEFGHJKMNPQRS', limit: 40}
CALL () {
  MATCH (:Customer {id: $id})<-[:RESOLVED_TO]-(own:Record)-[link:OBSERVED]->(other:Identifier)
  WHERE link.held IS NOT NULL
  RETURN 'record:' + own.key AS own, other.key AS other LIMIT $limit
  UNION
  MATCH (:Customer {id: $id})<-[:RESOLVED_TO]-(own:Identifier)<-[link:OBSERVED]-(other:Record)
  WHERE link.held IS NOT NULL
  RETURN own.key AS own, 'record:' + other.key AS other LIMIT $limit
  UNION
  MATCH (:Customer {id: $id})<-[:RESOLVED_TO]-(own:Record)-[link:MATCHED]-(other:Record)
  WHERE link.held IS NOT NULL
  RETURN 'record:' + own.key AS own, 'record:' + other.key AS other LIMIT $limit
  UNION
  MATCH (:Customer {id: $id})<-[:RESOLVED_TO]-(one)-[:ASSERTED]-(another)
  RETURN CASE WHEN one:Record THEN 'record:' + one.key ELSE one.key END AS own,
         CASE WHEN another:Record THEN 'record:' + another.key ELSE another.key END AS other
  LIMIT $limit
}
RETURN own, other
LIMIT $limit
