// Tells since when records say what they say.
// :params {keys: ['crm/1001']}
UNWIND $keys AS key
MATCH (r:Record {key: key})
RETURN r.key AS key, coalesce(r.from, r.since) AS since
