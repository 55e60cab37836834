// Lists what stewards noted of the items that one of them sees to, those touched last first.
// :params {assignee: 'ann', most: 10000}
MATCH (review:Review {assignee: $assignee})
WITH review ORDER BY review.touchedAt DESC LIMIT $most
RETURN review, EXISTS { MATCH (word:Assertion {id: review.assertion}) WHERE word.status = 'ACTIVE' } AS inForce
