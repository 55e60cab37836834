// Finds and counts the exceptions, held links and suppressed identifiers, without looking at all the others.
CREATE INDEX observed_held IF NOT EXISTS FOR ()-[observed:OBSERVED]-() ON (observed.held);
CREATE INDEX identifier_suppressed IF NOT EXISTS FOR (identifier:Identifier) ON (identifier.suppressed);
