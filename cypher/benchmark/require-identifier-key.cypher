// Makes an identifier's key unique, so that it is found by an index.
// :params {}
CREATE CONSTRAINT identifier_key IF NOT EXISTS
FOR (identifier:Identifier) REQUIRE identifier.key IS UNIQUE
