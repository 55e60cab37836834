// Reads which version of Neo4j answers.
// :params {}
CALL dbms.components() YIELD name, versions
WHERE name = 'Neo4j Kernel'
RETURN versions[0] AS version
