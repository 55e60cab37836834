/**
 * The first load of an empty store: a whole file resolved as one batch, and the graph that comes of it.
 *
 * <p>Why the engine that resolves batches online does this too, on a store of its own in memory, instead of a faster
 * one: what is loaded must be what would have been written online, decision for decision, and the one way to be sure of
 * that is to have it decided by the same code. The price is memory, which is what bounds a load.
 */
package io.goldenrod.load;
