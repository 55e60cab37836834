package io.goldenrod.partition;

/** Why a link is not used. */
public enum Constraint {
    /** The union would hold more values of an identifier type than a customer may. */
    LIMIT,
    /** A steward said that the two sides are different. */
    DIFFERENT,
    /** The two sides contradict each other in an attribute of which a person has one. */
    CONFLICT,
    /** A matched link between clusters whose records, on the whole, do not match. */
    CHAIN,
    /** A weak link between two known clusters. */
    WEAK,
    /** A weak link of an anonymous group that several known clusters claim. */
    CONTESTED,
    /** Its class was left out because the component has too many links. */
    OVERSIZED
}
