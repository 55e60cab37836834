// Finds the identifiers without which a customer would fall apart, with the groups of records that each one joins.
// :params {id: 'C360PRAS9BVGNVASWTCHPTRR5WA', recordsMax: 200, limit: 20}
MATCH (customer:Customer {id: $id})<-[:RESOLVED_TO]-(bridge:Identifier)
WHERE customer.records <= $recordsMax AND bridge.records > 1
CALL (customer, bridge) {
  MATCH (bridge)<-[observed:OBSERVED]-(side:Record)
  WHERE observed.held IS NULL
  WITH collect(side) AS sides
  UNWIND sides[1..] AS side
  WITH sides[0] AS one, side
  // is there no other way within the customer?
  WHERE NOT EXISTS {
    MATCH ANY SHORTEST (one)
      (()-[link:OBSERVED|MATCHED WHERE link.held IS NULL]-
        (via WHERE via:Record OR via <> bridge AND via.customer = customer.id))+
      (side)
  }
  RETURN side AS apart LIMIT 1
}
// the groups, at a greater cost, of those only that are bridges
CALL (customer, bridge) {
  MATCH (bridge)<-[observed:OBSERVED]-(side:Record)
  WHERE observed.held IS NULL
  MATCH ANY SHORTEST (side)
    (()-[link:OBSERVED|MATCHED WHERE link.held IS NULL]-
      (via WHERE via:Record OR via <> bridge AND via.customer = customer.id))*
    (reached:Record)
  WITH side, min(reached.key) AS first, count(DISTINCT reached) AS records
  WITH DISTINCT first, records
  ORDER BY records DESC, first
  RETURN collect(records) AS groupRecords, collect(first) AS groups
}
RETURN bridge.key AS identifier, bridge.type AS type, size(groups) AS groups, groupRecords[..10] AS groupRecords,
       groups[..10] AS oneRecordOfEach
ORDER BY groups DESC, groupRecords[1] DESC, identifier
LIMIT $limit
