package io.goldenrod.neo4j;

/** A constant that names one file under {@code cypher/}. */
interface Statement {

    CypherFile file();
}
