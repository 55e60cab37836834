/**
 * Where stewards judge: the queue of what waits for them, each item with its two sides next to each other, and what
 * they said before.
 *
 * <p>Why an answer takes two steps: the first tells what would come of it, by a run that writes nothing, and the
 * second is one key.
 */
package io.goldenrod.console.review;
