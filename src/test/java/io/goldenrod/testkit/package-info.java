/**
 * What the tests share: a real Neo4j, builders of records and policies, and properties tried on generated cases.
 *
 * <p>Why a generator of our own: a failing case must be one that a person can read, so it knows how to make a set of
 * records smaller, and a seed brings it back.
 */
package io.goldenrod.testkit;
