/**
 * The ports: what the application asks of the graph, in small roles.
 *
 * <p>Why ports: the application then reads like the engine that it is, and the one package that speaks to a database
 * can be replaced, or run in process, without a change above it.
 */
package io.goldenrod.graph;
