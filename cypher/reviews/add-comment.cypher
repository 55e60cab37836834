// Adds a comment to what is noted of an item, unless there are too many.
// :params {id: 'R0a1b2c.Y3JtLzEwMDE', ends: {kind: 'HELD_LINK', left: 'crm/1001', right: 'email:ada@example.org'},
// touchedAt: datetime(), comment: '{"text":"looks right"}', most: 100}
MERGE (review:Review {id: $id})
ON CREATE SET review += $ends
SET review.touchedAt = $touchedAt
WITH review
WHERE size(coalesce(review.comments, [])) < $most
SET review.comments = coalesce(review.comments, []) + $comment
RETURN review, EXISTS { MATCH (word:Assertion {id: review.assertion}) WHERE word.status = 'ACTIVE' } AS inForce
