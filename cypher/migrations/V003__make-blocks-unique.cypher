// Makes blocks unique, so that the records of one are found at one node.
CREATE CONSTRAINT blocking_key_key IF NOT EXISTS FOR (block:BlockingKey) REQUIRE block.key IS UNIQUE;
// Finds what is held or waits for a steward without looking at all other pairs.
CREATE INDEX matched_held IF NOT EXISTS FOR ()-[matched:MATCHED]-() ON (matched.held);
CREATE INDEX possible_match_weight IF NOT EXISTS FOR ()-[possible:POSSIBLE_MATCH]-() ON (possible.weight);
