/**
 * How good a resolution is, measured against a known truth.
 *
 * <p>Why two measures: pairwise precision and recall (of all pairs of records, which are rightly together) are
 * dominated by the largest customers; B³ weighs every record alike. A change that helps one and harms the other shows
 * in neither alone.
 */
package io.goldenrod.quality;
