/**
 * The ports to the stored graph: what the application asks of a store, in small roles, with plain values as answers.
 *
 * <p>Why small roles: each caller sees only the questions it asks, each question has a stated bound, and a second store
 * can be tried by answering one role at a time.
 */
package io.goldenrod.graph;
