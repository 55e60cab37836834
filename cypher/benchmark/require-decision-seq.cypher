// Makes a decision's seq unique, so that it is found by an index.
// :params {}
CREATE CONSTRAINT decision_seq IF NOT EXISTS
FOR (decision:Decision) REQUIRE decision.seq IS UNIQUE
