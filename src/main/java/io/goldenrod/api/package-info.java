/**
 * The HTTP edge: requests in, answers and problems out.
 *
 * <p>Why thin: a controller reads what was asked, calls one thing and shows its answer. What can be asked and what may
 * go wrong is then the same for every other way in.
 */
package io.goldenrod.api;
