/**
 * Resolves whole files on one machine, without a database: for backfills, replays and tries.
 *
 * <p>Why beside the service: a file of ten million records needs no lock, no transaction and no look at what was there
 * before. Records and identifiers are numbers here, links are columns of numbers, and what records say lies in a
 * temporary file until their customer is known. Most components plainly come out whole; the others go through the same
 * {@link io.goldenrod.partition.Partition} as in the service, so both come to the same customers by the same rules.
 */
package io.goldenrod.bulk;
