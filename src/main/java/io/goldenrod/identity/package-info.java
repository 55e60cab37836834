/**
 * What was said, exactly: records of a source, the identifiers they carry, and the keys by which both are named.
 *
 * <p>Why a package of its own: every other package speaks in these terms, so they import nothing but the JDK and
 * can be used in a database edge, a whole-file run and a cluster executor alike.
 */
package io.goldenrod.identity;
