/**
 * What tests share: a database to run on, a store in memory, records, policies and sets of them that collide in
 * interesting ways, and properties that are tried on thousands of such sets.
 *
 * <p>Why one place: a test then says what it is about, and how its data is made is said once.
 *
 * <p>Why our own: a failure must name the seed that repeats it and the smallest case that still fails, and the same
 * sets serve the partition, its runners and the store, which no general library can know how to make smaller.
 */
package io.goldenrod.testkit;
