/**
 * Models learnt from records, without labels where there are none.
 *
 * <p>Why three classes: two classes (one person, or not) learn from real data whatever parts the pairs best, and that
 * is often the household or the city rather than the person. So pairs are of one person, of two people of one
 * household, or of strangers (where a model knows neighbours, of these as well). What tells a person from the others of
 * the household (given name, birth date, e-mail) is as rare between them as between strangers, by definition; what they
 * share (family name, address, phone) is learnt. How often strangers agree comes from pairs picked at random, the rest
 * from expectation maximisation (Dempster, Laird and Rubin, 1977) over the pairs that share a block, all others being
 * taken for strangers. The template's own figures count as some dozens of pairs, so that a small file does not lead
 * astray. The same records, template and seed give the same model.
 */
package io.goldenrod.match.training;
