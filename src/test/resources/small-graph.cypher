// A small graph with each label, relationship type and property that the statements speak of: what is missing here, the
// planner reports as unknown, and the test of the statements fails. Add to it what a new statement needs.
CREATE (record:Record {
  key: 'crm/1001', source: 'crm', recordId: '1001', observedAt: datetime('2026-05-01T10:00:00Z'), seq: 1,
  fingerprint: 'f1', payload: '{}', attributes: '{}', names: ['given:ada'], consent: '{}', pins: '{}',
  fullName: 'Ada Lovelace', birthDate: '1815-12-10', address: '12 St James Square, London',
  customer: 'C00000000000000000000000001',
  since: 1, from: 1
})
CREATE (past:PastRecord {
  key: 'crm/1001', source: 'crm', recordId: '1001', observedAt: datetime('2026-04-01T10:00:00Z'), seq: 1, from: 1,
  to: 2, payload: '{}', attributes: '{}', consent: '{}'
})
CREATE (trace:Trace {key: 'email:ada@example.org'})
CREATE (past)-[:CARRIED]->(trace)
CREATE (other:Record {
  key: 'web/77', source: 'web', recordId: '77', observedAt: datetime('2026-05-02T10:00:00Z')
})
CREATE (identifier:Identifier {
  key: 'email:ada@example.org', type: 'email', value: 'ada@example.org', records: 2,
  customer: 'C00000000000000000000000001', suppressed: 'SHARED', firstSeen: datetime(), lastSeen: datetime(),
  sources: ['crm'], companions: [], held: 0, since: 1
})
CREATE (customer:Customer {
  id: 'C00000000000000000000000001', status: 'ACTIVE', createdAt: datetime(), updatedAt: datetime(), version: 1,
  founder: 'crm/1001', founderSeq: 1, foundedSeq: 1, records: 2, identifiers: 1, links: 2, held: 0, bond: 'STRONG',
  known: true, counts: [], claims: [], since: 1, turns: ['1 ACTIVE'],
  profile: '{}', fullName: 'Ada Lovelace', birthDate: '1815-12-10', address: '12 St James Square, London'
})
CREATE (merged:Customer:Former {id: 'C00000000000000000000000002', status: 'MERGED', createdAt: datetime()})
CREATE (decision:Decision {
  seq: 1, at: datetime(), kind: 'CREATED', policy: 'a1', request: 'r', customer: 'C00000000000000000000000001',
  other: 'C00000000000000000000000002', record: 'crm/1001', identifier: 'email:ada@example.org', linkClass: 'email',
  constraint: 'LIMIT', detail: 'crm_id: 2, at most 1', members: ['record:crm/1001'], salt: '00ff',
  keys: ['record=00ff'], hash: '00ff'
})
CREATE (:Source {name: 'crm'})
CREATE (:Refusal {
  id: 'r1', at: datetime(), request: 'r', line: 2, source: 'crm', body: '{}', complete: true, errors: '[]'
})
CREATE (:Sequence {
  name: 'main', decisions: 1, records: 2, merges: 1, assertions: 1, head: '00ff', decidedAt: datetime(), historyFrom: 1,
  policy: 'a1', policyBefore: 'b2', policyTerms: 1,
  applyAfter: 'crm/1001', applyDone: 1, applyTotal: 2, applyStartedAt: datetime(), applyBy: 'ada', applyWorker: 'w1',
  applyHeardAt: datetime()
})
CREATE (:Policy {hash: 'a1', name: 'customers', document: 'name: customers', since: datetime()})
CREATE (record)-[:OBSERVED {at: datetime()}]->(identifier)
CREATE (other)-[:OBSERVED {at: datetime(), held: 'LIMIT', detail: 'crm_id: 2, at most 1'}]->(identifier)
CREATE (record)-[:MATCHED {
  weight: 9.5, probability: 0.99, rules: ['name'], model: 'a1', breakdown: ['birthDate=exact 10.31'], held: 'CHAIN',
  detail: 'mean weight -3.2 over 12 pairs, at least 0.0'
}]->(other)
CREATE (record)-[:POSSIBLE_MATCH {
  weight: 0.5, probability: 0.59, rules: ['name'], model: 'a1', breakdown: ['birthDate=exact 10.31']
}]->(other)
CREATE (block:BlockingKey {key: 'birth_name=s530|1970-05-12', records: 1})
CREATE (record)-[:BLOCKED_BY]->(block)
CREATE (:Assertion {id: 'A1', status: 'ACTIVE'})
CREATE (:Review {
  id: 'R1', kind: 'HELD_LINK', left: 'crm/1001', right: 'email:ada@example.org', assignee: 'ann', touchedAt: datetime(),
  comments: ['{}'], choice: 'SAME', assertion: 'A1', decidedBy: 'ann', decidedAt: datetime(), decidedReason: ''
})
CREATE (record)-[:ASSERTED {id: 'A1', kind: 'SAME', by: 'steward', at: datetime(), reason: 'same person'}]->(other)
CREATE (record)-[:RESOLVED_TO]->(customer)
CREATE (other)-[:RESOLVED_TO]->(customer)
CREATE (identifier)-[:RESOLVED_TO]->(customer)
CREATE (decision)-[:NAMES]->(trace)
CREATE (merged)-[:WENT_TO]->(customer)
CREATE (merged)-[:MERGED_INTO {decision: 1, founder: true}]->(customer)
CREATE (decision)-[:CONCERNS]->(customer);
CREATE (:PolicyTerm {number: 1, since: datetime(), until: datetime(), by: 'ada', reason: 'why'})-[:OF]->
  (:Policy {hash: 'c3', name: 'customers', document: 'name: customers', model: 'name: people', since: datetime()});
