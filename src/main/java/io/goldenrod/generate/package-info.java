/**
 * Makes up customers, and what several systems would have recorded of them, with the truth of who is who.
 *
 * <p>Why a generator of our own: no public set of records has e-mails, phones, devices and households together with the
 * truth, and none has the size that a load is measured with. The traps are those of real data: families on one phone,
 * numbers that pass to other people, married names, namesakes, placeholders.
 *
 * <p>All chance comes from the seed and the place of a neighbourhood, by integer arithmetic and IEEE division alone, so
 * that the same question has the same answer, byte for byte, on every machine, and the first people do not depend on
 * how many are asked for.
 */
package io.goldenrod.generate;
