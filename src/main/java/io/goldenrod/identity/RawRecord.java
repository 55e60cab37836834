package io.goldenrod.identity;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A record as its source sent it: nothing normalised yet, everything optional that the source may leave out.
 *
 * @param source the sending system, as written
 * @param recordId null when the source gave none; it is then derived from the content
 * @param observedAt null when the source gave none; the time of arrival then stands in
 * @param identifiers in the order sent, with repeats
 * @param attributes JSON values by name ({@code String, Number, Boolean, List, Map}), in the order sent
 * @param consent purpose to given (true) or withdrawn (false)
 */
public record RawRecord(
        String source,
        String recordId,
        Instant observedAt,
        List<RawIdentifier> identifiers,
        Map<String, Object> attributes,
        Map<String, Boolean> consent) {

    /**
     * An identifier as sent.
     *
     * @param type as written; may be unknown to the policy
     * @param value as written
     */
    public record RawIdentifier(String type, String value) {}
}
