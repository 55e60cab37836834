// Makes unique what names a node; every look-up and every lock of this program goes by one of these.
CREATE CONSTRAINT record_key IF NOT EXISTS FOR (record:Record) REQUIRE record.key IS UNIQUE;
CREATE CONSTRAINT identifier_key IF NOT EXISTS FOR (identifier:Identifier) REQUIRE identifier.key IS UNIQUE;
CREATE CONSTRAINT customer_id IF NOT EXISTS FOR (customer:Customer) REQUIRE customer.id IS UNIQUE;
CREATE CONSTRAINT decision_seq IF NOT EXISTS FOR (decision:Decision) REQUIRE decision.seq IS UNIQUE;
CREATE CONSTRAINT source_name IF NOT EXISTS FOR (source:Source) REQUIRE source.name IS UNIQUE;
CREATE CONSTRAINT refusal_id IF NOT EXISTS FOR (refusal:Refusal) REQUIRE refusal.id IS UNIQUE;
CREATE CONSTRAINT sequence_name IF NOT EXISTS FOR (sequence:Sequence) REQUIRE sequence.name IS UNIQUE;
CREATE CONSTRAINT policy_hash IF NOT EXISTS FOR (policy:Policy) REQUIRE policy.hash IS UNIQUE;
