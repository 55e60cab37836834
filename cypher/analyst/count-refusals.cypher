// Counts what is wrong with the refused lines in quarantine, by source and code; reads all of them.
// :params {limit: 50}
MATCH (refusal:Refusal)
// the errors are a JSON text; a quote inside one of its texts is escaped, so this cuts at codes only
UNWIND split(refusal.errors, '"code":"')[1..] AS rest
RETURN split(rest, '"')[0] AS code, coalesce(refusal.source, 'not told') AS source, count(*) AS refusals,
       max(refusal.at) AS latest, max(refusal.id) AS example
ORDER BY refusals DESC, code, source
LIMIT $limit
