// Finds the largest customers without a spare link, which lose a part with any identifier that joins; reads all.
// :params {recordsMin: 3, weakTypes: ['device_id', 'advertising_id', 'cookie_id'], limit: 20}
MATCH (customer:Customer)
WHERE customer.records >= $recordsMin AND NOT customer:Former
      // a tree has one link less than nodes; held links, which are counted too, are taken out only where there are any
      AND CASE WHEN customer.held = 0 THEN customer.links
               ELSE COUNT { (customer)<-[:RESOLVED_TO]-(:Identifier)<-[used:OBSERVED]-() WHERE used.held IS NULL }
          END < customer.records + customer.identifiers
WITH customer ORDER BY customer.records DESC, customer.id LIMIT $limit
CALL (customer) {
  MATCH (customer)<-[:RESOLVED_TO]-(joint:Identifier)<-[observed:OBSERVED]-(:Record)
  WHERE joint.records > 1 AND observed.held IS NULL
  WITH joint, count(*) AS carried
  WHERE carried > 1
  WITH joint ORDER BY carried DESC, joint.key
  RETURN collect(joint) AS joints
}
RETURN customer.id AS customer, customer.fullName AS name, customer.records AS records, size(joints) AS joints,
       any(joint IN joints WHERE joint.type IN $weakTypes) AS weak, [joint IN joints[..10] | joint.key] AS joinedOver
ORDER BY records DESC, joints, customer
