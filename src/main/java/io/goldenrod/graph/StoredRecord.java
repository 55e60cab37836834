package io.goldenrod.graph;

import io.goldenrod.identity.RecordKey;
import java.time.Instant;

/**
 * What ingest must know of a record that is there.
 *
 * @param key its name
 * @param observedAt when its source saw it
 * @param seq its place in the order of ingest
 * @param fingerprint of what was said, see {@code SourceRecord}
 * @param customer the customer it belongs to
 */
public record StoredRecord(RecordKey key, Instant observedAt, long seq, String fingerprint, String customer) {

    public StoredRecord withCustomer(String id) {
        return new StoredRecord(key, observedAt, seq, fingerprint, id);
    }
}
