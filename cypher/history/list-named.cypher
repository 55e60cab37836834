// Lists the decisions that name members, up to a number and in their order; each member's node names its first one.
// :params {rows: [{member: 'record:crm/1001', record: 'crm/1001', identifier: null}], kinds: ['JOINED'], seq: 7,
// limit: 1000}
UNWIND $rows AS row
CALL (row) {
  MATCH (r:Record {key: row.record})
  MATCH (d:Decision {seq: r.since})
  RETURN d
  UNION
  MATCH (i:Identifier {key: row.identifier})
  MATCH (d:Decision {seq: i.since})
  RETURN d
  UNION
  MATCH (:Trace {key: row.member})<-[:NAMES]-(d:Decision)
  RETURN d
}
WITH row, d
WHERE d.seq <= $seq AND d.kind IN $kinds
RETURN row.member AS member, d.seq AS seq, d.kind AS kind, d.customer AS customer, d.other AS other,
       d.record AS record, d.identifier AS identifier, d.constraint AS constraint, d.detail AS detail
ORDER BY seq
LIMIT $limit
