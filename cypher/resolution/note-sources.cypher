// Makes a node of every source that sends records.
// :params {names: ['crm', 'web']}
UNWIND $names AS name
MERGE (:Source {name: name})
