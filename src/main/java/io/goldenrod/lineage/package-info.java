/**
 * Why, since when, and by which rule: the decisions that every change leaves behind.
 *
 * <p>Why decisions are written and not derived: an explanation made afterwards is a guess; one written in the same
 * transaction as the change is evidence.
 */
package io.goldenrod.lineage;
