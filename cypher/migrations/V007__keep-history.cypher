// Finds a member's decisions, and the versions of a record that are no more.
CREATE CONSTRAINT trace_key IF NOT EXISTS FOR (trace:Trace) REQUIRE trace.key IS UNIQUE;
CREATE CONSTRAINT past_record_key IF NOT EXISTS FOR (past:PastRecord) REQUIRE (past.key, past.from) IS UNIQUE;
