/**
 * The only wiring: settings, beans, and the start of the program.
 *
 * <p>Why one place: no other package then needs to know which parts stand behind its ports.
 */
package io.goldenrod.boot;
