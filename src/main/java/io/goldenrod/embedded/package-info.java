/**
 * A real Neo4j in this process: the zero-set-up default.
 *
 * <p>Why in this process: a newcomer needs a JDK and nothing else, and a small installation needs one program to watch.
 * Everything above it runs the same statements as on a server, without the way over Bolt, so that growing out of it is
 * a matter of one setting; Bolt is there for people and their tools. Only this package knows Neo4j's own classes; the
 * jar built for use with a server leaves them out.
 *
 * <p>Memory, by default: the page cache takes an eighth of the machine's memory, at least 64 MiB and at most 2 GiB.
 * Query memory is on the Java heap, of which all transactions together get at most half, so that one runaway query is
 * refused before the service itself is out of memory. Neo4j's own log is {@code neo4j/logs/debug.log} in the data
 * directory: at most eight files of 20 MB. Query logging is off, because parameters are personal data.
 *
 * <p>A whole new store is made by Neo4j's offline importer, called in this process on the graph in memory: what goes
 * to it through files, as its command line has it, would be written, parsed and looked up by key once more for nothing.
 * The importer's classes are not a promise of Neo4j's; a new version of it is a matter for {@code OfflineImport} alone.
 */
package io.goldenrod.embedded;
