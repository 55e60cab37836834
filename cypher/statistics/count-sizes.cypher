// Counts current customers by number of records; reads every customer.
// :params {}
MATCH (c:Customer)
WHERE NOT c:Former
WITH c.records AS size, count(*) AS customers
RETURN size, customers
ORDER BY size
LIMIT 100000
