/**
 * The graph kept in Neo4j, embedded or a server: the only package that knows the driver.
 *
 * <p>Why named files: each statement that runs is one file under {@code cypher/}, listed in an enum, so that it can be
 * read, explained and tried in Neo4j Browser as it is; and its values are always parameters, so that no data can become
 * a query. Every call has a deadline of our own, because a frozen server would otherwise hold its caller for ever, and
 * every change is idempotent, because a commit that was seen to fail can have happened.
 *
 * <p>Why two ways: a database in this process is asked without Bolt, which takes longer over many rows than the
 * database does. All the code here speaks to a {@code StatementRunner}; below it a {@code Transport} goes one way or
 * the other, and one test holds both to the same.
 */
package io.goldenrod.neo4j;
