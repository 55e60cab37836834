package io.goldenrod.resolution;

import io.goldenrod.graph.StoredAssertion;
import io.goldenrod.lineage.Decision;
import java.util.List;

/**
 * What became of a steward's word.
 *
 * @param assertion as it is, or was, in force
 * @param isNew whether anything changed by it; false when it was in force already
 * @param decisions what it brought about, in order; its own first
 */
public record Asserted(StoredAssertion assertion, boolean isNew, List<Decision> decisions) {}
