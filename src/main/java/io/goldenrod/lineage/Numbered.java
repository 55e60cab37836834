package io.goldenrod.lineage;

/**
 * A decision with its place in the history.
 *
 * @param seq from 1
 */
public record Numbered(long seq, Decision decision) {}
