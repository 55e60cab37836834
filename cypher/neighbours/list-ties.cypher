// Lists the links between members that are all named.
// :params {records: ['crm/1001', 'crm/1002'], identifiers: ['email:ada@example.org'],
// members: ['record:crm/1001', 'record:crm/1002', 'email:ada@example.org']}
CALL () {
  UNWIND $records AS key
  MATCH (:Record {key: key})-[link:OBSERVED]->(identifier:Identifier)
  WHERE identifier.key IN $identifiers
  RETURN 'record:' + key AS left, identifier.key AS right, 'OBSERVED' AS kind, link.at AS at, link.held AS held,
         link.detail AS detail, null AS probability
  UNION
  UNWIND $records AS key
  MATCH (:Record {key: key})-[link:MATCHED]->(other:Record)
  WHERE other.key IN $records
  RETURN 'record:' + key AS left, 'record:' + other.key AS right, 'MATCHED' AS kind, null AS at, link.held AS held,
         link.detail AS detail, link.probability AS probability
  UNION
  UNWIND $records AS key
  MATCH (:Record {key: key})-[link:ASSERTED]-()
  WITH DISTINCT link, startNode(link) AS one, endNode(link) AS other
  RETURN CASE WHEN one:Record THEN 'record:' + one.key ELSE one.key END AS left,
         CASE WHEN other:Record THEN 'record:' + other.key ELSE other.key END AS right, link.kind AS kind,
         link.at AS at, null AS held, null AS detail, null AS probability
  UNION
  UNWIND $identifiers AS key
  MATCH (:Identifier {key: key})-[link:ASSERTED]-()
  WITH DISTINCT link, startNode(link) AS one, endNode(link) AS other
  RETURN CASE WHEN one:Record THEN 'record:' + one.key ELSE one.key END AS left,
         CASE WHEN other:Record THEN 'record:' + other.key ELSE other.key END AS right, link.kind AS kind,
         link.at AS at, null AS held, null AS detail, null AS probability
}
WITH left, right, kind, at, held, detail, probability
WHERE left IN $members AND right IN $members
RETURN left, right, kind, at, held, detail, probability
ORDER BY left, right, kind
