/**
 * The command line: what a shell, a script or a scheduler sees of the program.
 *
 * <p>Why exit codes are named here and once: a script decides by them whether to try again, to correct its input, or to
 * call somebody.
 */
package io.goldenrod.cli;
