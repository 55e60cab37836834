// Finds a record as sent and as understood, with the identifiers it carries.
// :params {key: 'crm/1001'}
MATCH (r:Record {key: $key})
CALL (r) {
  MATCH (r)-[o:OBSERVED]->(i:Identifier)
  WITH o, i ORDER BY i.key LIMIT 10000
  RETURN collect({type: i.type, value: i.value, customer: i.customer, suppressed: i.suppressed, held: o.held,
                  detail: o.detail}) AS identifiers
}
RETURN r.payload AS payload, r.observedAt AS observedAt, r.seq AS seq, r.customer AS customer,
       r.attributes AS attributes, r.consent AS consent, identifiers
