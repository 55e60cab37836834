// Samples the records of a source from both ends of the order of their keys.
// :params {prefix: 'crm/', limit: 250}
CALL () {
  MATCH (record:Record)
  WHERE record.key STARTS WITH $prefix
  RETURN record ORDER BY record.key LIMIT $limit
  UNION
  MATCH (record:Record)
  WHERE record.key STARTS WITH $prefix
  RETURN record ORDER BY record.key DESC LIMIT $limit
}
RETURN record.key AS key, record.payload AS payload, record.observedAt AS observedAt
