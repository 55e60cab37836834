// Tells which of these sources, names and other identifiers the records of identifiers still say.
// :params {rows: [{key: 'email:ada@example.org', sources: ['crm'], names: ['family:lovelace'],
// others: ['phone:+442079460018']}]}
UNWIND $rows AS row
MATCH (identifier:Identifier {key: row.key})
RETURN row.key AS key,
       [source IN row.sources
        WHERE EXISTS { MATCH (identifier)<-[:OBSERVED]-(record:Record) WHERE record.source = source }] AS sources,
       [name IN row.names
        WHERE EXISTS { MATCH (identifier)<-[:OBSERVED]-(record:Record) WHERE name IN record.names }] AS names,
       // from the other one, which few records carry
       [other IN row.others
        WHERE EXISTS {
          MATCH (:Identifier {key: other})<-[:OBSERVED]-(record:Record)
          WHERE EXISTS { (record)-[:OBSERVED]->(identifier) }
        }] AS others
