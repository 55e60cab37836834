package io.goldenrod.resolution;

import io.goldenrod.identity.RecordKey;
import io.goldenrod.identity.SourceRecord;

/** One thing that a caller wants done to a record. */
public sealed interface Change {

    RecordKey key();

    /** Names the request in the lineage. */
    String request();

    /**
     * A record that comes, or comes again.
     *
     * @param payload as sent, JSON
     */
    record Upsert(SourceRecord record, String payload, String request) implements Change {
        @Override
        public RecordKey key() {
            return record.key();
        }
    }

    /** A record that goes. */
    record Delete(RecordKey key, String request) implements Change {}
}
