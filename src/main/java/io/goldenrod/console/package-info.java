/**
 * The console: what people look at, and where they put things right. Pages are made on the server and need no script to
 * be read; scripts add what moves.
 *
 * <p>Why no page talks to the HTTP API: all that a page shows comes through {@link io.goldenrod.console.Values}, so
 * that one place can decide who sees what, and both edges stay what they are. Why all words are in one file: another
 * language is another file. Why a subpackage for each group of screens: one can be read, and changed, without the
 * others.
 */
package io.goldenrod.console;
