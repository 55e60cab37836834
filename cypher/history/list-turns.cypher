// Tells by which decisions customers came, and what became of them.
// :params {ids: ['C0123456789ABCDEFGHJKMNPQRS']}
UNWIND $ids AS id
MATCH (c:Customer {id: id})
RETURN c.id AS id, c.since AS since, c.turns AS turns, c.createdAt AS createdAt
