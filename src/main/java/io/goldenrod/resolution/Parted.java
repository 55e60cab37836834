package io.goldenrod.resolution;

import io.goldenrod.graph.StoredAssertion;
import io.goldenrod.identity.RecordKey;
import io.goldenrod.lineage.Decision;
import java.util.List;
import java.util.Map;

/**
 * What became of a customer that was split.
 *
 * @param customerId the customer as it was
 * @param assertions what was said to part it
 * @param parts its records by the customers that they belong to now, in the order of their first records
 * @param decisions what was decided, in order
 */
public record Parted(
        String customerId,
        List<StoredAssertion> assertions,
        Map<String, List<RecordKey>> parts,
        List<Decision> decisions) {}
