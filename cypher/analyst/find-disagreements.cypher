// Finds customers whose records disagree in birth date, family name or given name; reads all that have several.
// :params {recordsMin: 2, recordsMax: 1000, limit: 20}
MATCH (customer:Customer)
WHERE customer.records >= $recordsMin AND NOT customer:Former
CALL (customer) {
  MATCH (customer)<-[:RESOLVED_TO]-(record:Record)
  WITH record LIMIT $recordsMax
  WITH record.birthDate AS birthDate,
       [name IN record.names WHERE name STARTS WITH 'family:' | substring(name, 7)] AS family,
       [name IN record.names WHERE name STARTS WITH 'given:' | substring(name, 6)] AS given
  WITH collect(DISTINCT birthDate) AS birthDates,
       [names IN collect(DISTINCT family) WHERE size(names) > 0] AS families,
       [names IN collect(DISTINCT given) WHERE size(names) > 0] AS givens
  // names disagree when there is not one that all records have which have any
  RETURN birthDates,
         CASE WHEN any(name IN families[0] WHERE all(names IN families WHERE name IN names)) THEN []
              ELSE families END AS families,
         CASE WHEN any(name IN givens[0] WHERE all(names IN givens WHERE name IN names)) THEN []
              ELSE givens END AS givens
}
WITH customer, CASE WHEN size(birthDates) > 1 THEN birthDates ELSE [] END AS birthDates, families, givens
WHERE size(birthDates) + size(families) + size(givens) > 0
RETURN customer.id AS customer, customer.fullName AS name, customer.records AS records, birthDates[..10] AS birthDates,
       [names IN families[..10] | reduce(text = '', name IN names | ltrim(text + ' ' + name))] AS familyNames,
       [names IN givens[..10] | reduce(text = '', name IN names | ltrim(text + ' ' + name))] AS givenNames
ORDER BY size(birthDates) DESC, size(familyNames) + size(givenNames) DESC, customer
LIMIT $limit
