// A small graph with each label, relationship type and property that the statements speak of: what is missing here, the
// planner reports as unknown, and the test of the statements fails. Add to it what a new statement needs.
CREATE (record:Record {
  key: 'crm/1001', source: 'crm', recordId: '1001', observedAt: datetime('2026-05-01T10:00:00Z')
})
CREATE (other:Record {
  key: 'web/77', source: 'web', recordId: '77', observedAt: datetime('2026-05-02T10:00:00Z')
})
CREATE (identifier:Identifier {key: 'email:ada@example.org', type: 'email', value: 'ada@example.org'})
CREATE (customer:Customer {id: 'C00000000000000000000000001', status: 'ACTIVE', createdAt: datetime()})
CREATE (merged:Customer {id: 'C00000000000000000000000002', status: 'MERGED', createdAt: datetime()})
CREATE (decision:Decision {seq: 1, at: datetime(), kind: 'CREATED', policy: 'a1'})
CREATE (:Source {name: 'crm'})
CREATE (:Refusal {id: 'r1'})
CREATE (:Sequence {name: 'decision', value: 1})
CREATE (:Policy {hash: 'a1'})
CREATE (record)-[:OBSERVED {at: datetime()}]->(identifier)
CREATE (other)-[:OBSERVED {at: datetime()}]->(identifier)
CREATE (record)-[:MATCHED {score: 9.5, probability: 0.99, rule: 'name', model: 'default'}]->(other)
CREATE (record)-[:ASSERTED {kind: 'SAME', by: 'steward', at: datetime(), reason: 'same person'}]->(other)
CREATE (record)-[:RESOLVED_TO]->(customer)
CREATE (other)-[:RESOLVED_TO]->(customer)
CREATE (identifier)-[:RESOLVED_TO]->(customer)
CREATE (merged)-[:MERGED_INTO {decision: 1}]->(customer)
CREATE (decision)-[:CONCERNS]->(customer);
