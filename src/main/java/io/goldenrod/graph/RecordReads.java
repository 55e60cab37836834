package io.goldenrod.graph;

import io.goldenrod.graph.CustomerReads.DecisionEntry;
import io.goldenrod.identity.AttributeValue;
import io.goldenrod.identity.RecordKey;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Stored records. */
public interface RecordReads {

    /** Most decisions that come with a record, the newest kept. */
    int HISTORY_MAX = 100;

    Optional<RecordEntry> record(RecordKey key);

    /**
     * A record as sent and as understood.
     *
     * @param payload JSON text as sent
     * @param customerId the customer that it belongs to
     * @param history the decisions that name it, oldest first
     * @param historyCut whether older ones were left out
     */
    record RecordEntry(
            RecordKey key,
            String payload,
            Instant observedAt,
            long seq,
            String customerId,
            List<ObservedIdentifier> identifiers,
            Map<String, AttributeValue> attributes,
            Map<String, Boolean> consent,
            List<DecisionEntry> history,
            boolean historyCut) {}

    /**
     * An identifier that a record carries.
     *
     * @param customerId whose it is, or null
     * @param suppressed why it does not link, or null
     * @param held the constraint that keeps this record's link from joining, or null
     */
    record ObservedIdentifier(
            String type, String value, String customerId, String suppressed, String held, String detail) {}
}
