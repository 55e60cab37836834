// Lists what stewards noted of items, those touched last first.
// :params {before: datetime(), most: 10000}
MATCH (review:Review)
WHERE review.touchedAt <= $before
WITH review ORDER BY review.touchedAt DESC LIMIT $most
RETURN review, EXISTS { MATCH (word:Assertion {id: review.assertion}) WHERE word.status = 'ACTIVE' } AS inForce
