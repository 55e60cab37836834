/**
 * The command line: one program that serves, takes in files, resolves, evaluates and checks.
 *
 * <p>Why it knows neither store nor server: commands ask {@code Services} for what they need, so that each can be tried
 * without a database, and {@code evaluate} and {@code policy} start in a second.
 */
package io.goldenrod.cli;
