// Makes assertions unique, and finds them by the members that they are about, be these there or not.
CREATE CONSTRAINT assertion_id IF NOT EXISTS FOR (assertion:Assertion) REQUIRE assertion.id IS UNIQUE;
CREATE INDEX assertion_left IF NOT EXISTS FOR (assertion:Assertion) ON (assertion.left);
CREATE INDEX assertion_right IF NOT EXISTS FOR (assertion:Assertion) ON (assertion.right);
