/**
 * The graph kept in Neo4j, embedded or a server: the only package that knows the driver.
 *
 * <p>Why named files: each statement that runs is one file under {@code cypher/}, listed in an enum, so that it can be
 * read, explained and tried in Neo4j Browser as it is; and its values are always parameters, so that no data can become
 * a query. Every call has a deadline of our own, because a frozen server would otherwise hold its caller for ever, and
 * every change is idempotent, because a commit that was seen to fail can have happened.
 *
 * <p>All the code here speaks to a {@code StatementRunner}, of which the driver's is one.
 */
package io.goldenrod.neo4j;
