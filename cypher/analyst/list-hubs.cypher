// Lists identifiers by how near they are to being suppressed as shared by too many; reads every identifier.
// :params {nearnessMin: 0.25, limit: 20, thresholds: {email: {values: 10, names: 8}, phone: {values: 10, names: 8},
// loyalty_id: {values: 10, names: 8}, user_id: {names: 4}, account_id: {names: 3}, device_id: {values: 20}}}
MATCH (identifier:Identifier)
WHERE identifier.records > 1 AND identifier.suppressed IS NULL AND $thresholds[identifier.type] IS NOT NULL
CALL (identifier) {
  UNWIND identifier.companions AS companion
  WITH split(companion, ':')[0] AS kind, count(*) AS carried
  // the policy's sharedAbove and namesAbove
  WITH kind, carried, $thresholds[identifier.type][CASE WHEN kind STARTS WITH '~' THEN 'names' ELSE 'values' END]
       AS threshold
  WHERE threshold > 0 AND carried >= $nearnessMin * threshold
  RETURN kind, carried, threshold
  ORDER BY toFloat(carried) / threshold DESC, kind
  LIMIT 1
}
RETURN identifier.key AS identifier, identifier.records AS records,
       CASE WHEN kind STARTS WITH '~' THEN substring(kind, 1) + ' names' ELSE kind END AS carries,
       carried, threshold, round(toFloat(carried) / threshold, 2) AS nearness,
       identifier.held AS heldLinks, identifier.customer AS customer
ORDER BY nearness DESC, records DESC, identifier
LIMIT $limit
