// Returns the merged IDs that answer with these customers.
// :params {ids: ['C0123456789ABCDEFGHJKMNPQRS']}
UNWIND $ids AS id
MATCH (former:Former)-[:MERGED_INTO {founder: true}]->(survivor:Customer {id: id})
RETURN former.id AS id, former.founder AS founder, former.founderSeq AS founderSeq,
       former.foundedSeq AS foundedSeq,
       former.createdAt AS createdAt, former.version AS version, survivor.id AS survivor
