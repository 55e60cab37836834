/**
 * Which ID a cluster keeps, and which of its members' values its profile shows.
 *
 * <p>Why the two are together: both are what a customer is to the outside, and both must come out the same whatever the
 * order of arrival. A profile is therefore kept as what is mergeable (every value with its count and its first, last
 * and most trusted observation), not as the values that won, so that adding a record costs the same in a customer of
 * ten records and of ten thousand.
 */
package io.goldenrod.golden;
