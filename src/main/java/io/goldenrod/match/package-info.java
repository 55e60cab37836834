/**
 * One person or two, and how sure: records compared field by field, and the evidence added up.
 *
 * <p>Why levels and weights: each {@link io.goldenrod.match.Comparison} says which of a few ordered levels of agreement
 * two records reach, and a {@link io.goldenrod.match.MatchModel} knows how much more often each level is reached by two
 * records of one person (m) than by two at random (u). The sum of log2(m/u) is the weight of the pair (Fellegi and
 * Sunter, 1969), so that a score explains itself, and a field that is missing says nothing. Weights are learnt without
 * labels. A score depends on the pair and the model alone, in either order of the two.
 */
package io.goldenrod.match;
