/**
 * The ports: what the application asks of a store, in small roles.
 *
 * <p>Why the writing side speaks of states and changes, not of single reads and writes: a batch then costs the same few
 * round trips however many records it holds, and a store can choose its own statements for them.
 */
package io.goldenrod.graph;
