// Notes something of an item, in the place of what was noted before under the same names.
// :params {id: 'R0a1b2c.Y3JtLzEwMDE', ends: {kind: 'HELD_LINK', left: 'crm/1001', right: 'email:ada@example.org'},
// touchedAt: datetime(), properties: {assignee: 'ann'}}
MERGE (review:Review {id: $id})
ON CREATE SET review += $ends
SET review += $properties, review.touchedAt = $touchedAt
RETURN review, EXISTS { MATCH (word:Assertion {id: review.assertion}) WHERE word.status = 'ACTIVE' } AS inForce
