package io.goldenrod.resolution;

import io.goldenrod.lineage.Decision;
import java.util.List;

/**
 * What would become of changes.
 *
 * @param answers one for each, in order
 * @param decisions all that would be decided, of other records' links as well
 */
public record Trial(List<RecordAnswer> answers, List<Decision> decisions) {}
