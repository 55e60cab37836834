/**
 * One person or two, and how sure: records compared field by field, and the evidence added up.
 *
 * <p>Why levels and weights: each {@link io.goldenrod.match.Comparison} says which of a few ordered levels of agreement
 * two records reach, and a {@link io.goldenrod.match.MatchModel} knows how much more often each level is reached by two
 * records of one person (m) than by two at random (u). The sum of log2(m/u) is the weight of the pair (Fellegi and
 * Sunter, 1969), so that a score explains itself, and a field that is missing says nothing. Weights are learnt without
 * labels. A score depends on the pair and the model alone, in either order of the two.
 *
 * <p>Why several values, the best pair of which counts: people have two telephones, a maiden name, a name in another
 * script. Names of which the letters cannot be compared are no evidence against anybody, so they count as missing. Why
 * typing errors stand above likeness: one edit in a name is what a hand does to it, and names that are merely alike
 * (Daniel, Daniela) are as often two people's. Why given and family name are compared with the whole name at hand: that
 * they have changed places cannot be seen in one of them.
 */
package io.goldenrod.match;
