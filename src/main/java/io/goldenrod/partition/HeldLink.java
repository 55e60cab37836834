package io.goldenrod.partition;

/**
 * A link that a constraint keeps from joining its two sides.
 *
 * @param link the link
 * @param constraint what holds it
 * @param detail what exactly, without personal values: {@code crm_id: 2, at most 1}
 */
public record HeldLink(Link link, Constraint constraint, String detail) {}
