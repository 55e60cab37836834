// Counts the decisions of a range of numbers by day in UTC and kind, and the members that came and went with them.
// :params {after: 0, to: 20000}
MATCH (d:Decision)
WHERE d.seq > $after AND d.seq <= $to
WITH toString(date(datetime({datetime: d.at, timezone: 'UTC'}))) AS day, d.kind AS kind, d.members AS members
RETURN day, kind, count(*) AS decisions,
       sum(size([member IN members WHERE member STARTS WITH 'record:'])) AS records,
       sum(size([member IN members WHERE NOT member STARTS WITH 'record:'])) AS identifiers
