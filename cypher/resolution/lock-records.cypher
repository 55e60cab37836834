// Locks the records that are there, in the order given, and tells what ingest must know of them.
// :params {keys: ['crm/1001', 'web/77']}
UNWIND $keys AS key
MATCH (record:Record {key: key})
SET record.seq = record.seq
RETURN record.key AS key, record.observedAt AS observedAt, record.seq AS seq,
       record.fingerprint AS fingerprint, record.customer AS customer
