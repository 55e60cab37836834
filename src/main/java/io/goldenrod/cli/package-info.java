/**
 * The command line: what a shell, a script or a scheduler sees of the program.
 *
 * <p>Why exit codes are named here and once: a script decides by them whether to try again, to correct its input, or to
 * call somebody.
 *
 * <p>Why it knows neither store nor server: commands ask {@code Services} for what they need, so that each can be tried
 * without a database, and {@code evaluate} and {@code policy} start in a second.
 */
package io.goldenrod.cli;
