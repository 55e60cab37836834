// Finds the identifiers without which a customer would fall apart, with the groups of records that each one joins.
// :params {id: 'C360PRAS9BVGNVASWTCHPTRR5WA', recordsMax: 200, limit: 20}
MATCH (customer:Customer {id: $id})<-[:RESOLVED_TO]-(bridge:Identifier)
WHERE customer.records <= $recordsMax AND bridge.records > 1
CALL (customer, bridge) {
  MATCH (bridge)<-[observed:OBSERVED]-(side:Record)
  WHERE observed.held IS NULL
  // all that the record reaches within its customer by other ways, itself included
  MATCH ANY SHORTEST (side)
    (()-[out:OBSERVED WHERE out.held IS NULL]->(via:Identifier WHERE via <> bridge AND via.customer = customer.id)
      <-[back:OBSERVED WHERE back.held IS NULL]-())*
    (reached:Record)
  WITH side, min(reached.key) AS first, count(reached) AS records
  WITH DISTINCT first, records
  ORDER BY records DESC, first
  RETURN collect(records) AS groupRecords, collect(first) AS groups
}
WITH bridge, groupRecords, groups
WHERE size(groups) > 1
RETURN bridge.key AS identifier, bridge.type AS type, size(groups) AS groups, groupRecords[..10] AS groupRecords,
       groups[..10] AS oneRecordOfEach
ORDER BY groups DESC, groupRecords[1] DESC, identifier
LIMIT $limit
