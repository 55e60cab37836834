// Finds what stewards noted of items.
// :params {ids: ['R0a1b2c.Y3JtLzEwMDE']}
UNWIND $ids AS id
MATCH (review:Review {id: id})
RETURN review, EXISTS { MATCH (word:Assertion {id: review.assertion}) WHERE word.status = 'ACTIVE' } AS inForce
