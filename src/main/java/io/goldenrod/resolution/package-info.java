/**
 * The pipeline: a batch of records in, customers with golden IDs, held links and decisions out.
 *
 * <p>Why plain Java over ports: the rules of a change (what to lock, what to load, when the short way is allowed) are
 * the same whatever store stands behind them, and can be tried out on thousands of histories in memory.
 *
 * <p>Matching rides along: a batch reads the blocks of its records at once, compares what it must, and keeps blocks and
 * pairs so that they say what the records alone say. Every transaction reserves its places first and so is alone with
 * the blocks until its end; nothing of them needs a lock of its own, and they are written in the order of their keys.
 *
 * <p>Why a customer says what holds it together ({@link io.goldenrod.graph.StoredCustomer.Bond}): how a match is judged
 * depends on all records of both its sides, so the short way is open only where no match can matter. A record without
 * matches takes it unless it touches a customer within which a match runs between parts that strong identifiers alone
 * would make. A record with matches takes it when strong identifiers alone join it to whole customers, and all that it
 * matches is among them: taken after those, its matches join nothing more.
 */
package io.goldenrod.resolution;
