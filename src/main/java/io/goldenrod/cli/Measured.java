package io.goldenrod.cli;

import java.util.Map;

/**
 * What a benchmark came to.
 *
 * @param table for a terminal
 * @param files texts by the name of the file that each goes into
 */
public record Measured(String table, Map<String, String> files) {}
