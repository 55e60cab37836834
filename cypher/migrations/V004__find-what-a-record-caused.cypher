// Finds the decisions that a record caused without looking through all of its customer's.
CREATE INDEX decision_record IF NOT EXISTS FOR (decision:Decision) ON (decision.record);
