// Lists the names of the constraints that the database holds.
// :params {}
SHOW CONSTRAINTS YIELD name
RETURN name ORDER BY name
