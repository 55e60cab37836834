/**
 * What tests share: a database to run on, builders of data, a seeded generator.
 *
 * <p>Why one place: a test then says what it is about, and how its data is made is said once.
 */
package io.goldenrod.testkit;
