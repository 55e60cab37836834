// Waits until every index can answer.
// :params {seconds: 60}
CALL db.awaitIndexes($seconds)
