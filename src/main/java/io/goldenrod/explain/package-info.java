/**
 * Why two members are one customer, or why they are not.
 *
 * <p>Why the strongest path and not the one that history took: a merge is told by the decision that made it, but the
 * record that brought it may be gone, and better evidence may have come since. What holds a customer together today is
 * the evidence that is there today; decisions whose evidence is gone are named beside it.
 */
package io.goldenrod.explain;
