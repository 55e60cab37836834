// Makes a record's key unique, so that it is found by an index.
// :params {}
CREATE CONSTRAINT record_key IF NOT EXISTS
FOR (record:Record) REQUIRE record.key IS UNIQUE
