/**
 * What the whole system does in a second, beside what could be done at most: the floor, measured in the same run.
 *
 * <p>Why ratios: a rate says more about the machine than about the program, and other programs use the machine too.
 * Floor and figure therefore take turns, several times, and the median of their ratios counts. The service runs in a
 * process of its own, as it would be installed. {@code goldenrod benchmark} measures all of it over several sizes;
 * {@code mvn -Pbenchmark verify} goes deeper into single parts with the same tools, its sizes system properties, each
 * named where it is read.
 */
package io.goldenrod.benchmark;
