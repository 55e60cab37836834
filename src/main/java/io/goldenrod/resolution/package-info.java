/**
 * The pipeline: a batch of records in, customers with golden IDs, held links and decisions out.
 *
 * <p>Why plain Java over ports: the rules of a change (what to lock, what to load, when the short way is allowed) are
 * the same whatever store stands behind them, and can be tried out on thousands of histories in memory.
 */
package io.goldenrod.resolution;
