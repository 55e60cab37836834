package io.goldenrod.graph;

import io.goldenrod.identity.RecordKey;
import java.util.Map;

/**
 * Records that are worth comparing with each other, unless there are too many.
 *
 * @param key the blocking rule and what its parts came out as: {@code birth_name=s530|1970-05-12}
 * @param records how many records are in it; at least one
 * @param members these records, each with something that differs whenever it says something else; null when there are
 *     more than were asked for
 */
public record StoredBlock(String key, long records, Map<RecordKey, String> members) {}
