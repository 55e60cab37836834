// Finds the first record of a customer in the order of ingest.
// :params {id: 'C0123456789ABCDEFGHJKMNPQRS'}
MATCH (:Customer {id: $id})<-[:RESOLVED_TO]-(record:Record)
RETURN record.key AS key
ORDER BY record.seq
LIMIT 1
