/**
 * What stewards decide.
 *
 * <p>Why a steward's word is kept at the records and not at the customer: customers merge and split, and the word must
 * go where the records go that it was said of. So it is one more thing that records say, and what comes of it does not
 * depend on the order of arrival either.
 */
package io.goldenrod.steward;
