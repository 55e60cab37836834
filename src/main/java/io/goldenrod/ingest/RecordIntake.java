package io.goldenrod.ingest;

import io.goldenrod.identity.RawRecord;
import io.goldenrod.identity.RecordKey;
import io.goldenrod.resolution.RecordAnswer;
import io.goldenrod.resolution.Trial;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Where records are handed in, whoever brings them. */
public interface RecordIntake {

    /**
     * Resolves the records, in their order. Blocks while the queue is full.
     *
     * @param records 1 to 1,000
     * @param request names the request in the lineage
     * @return one answer for each record, in order; fails with {@link IntakeUnavailable} when nothing was taken
     */
    CompletableFuture<List<RecordAnswer>> submit(List<RawRecord> records, String request);

    /**
     * What {@link #submit} would answer; takes nothing. Whoever writes meanwhile waits.
     *
     * @param records at least one, few
     * @throws io.goldenrod.graph.GraphUnavailableException when the store does not answer
     */
    Trial preview(List<RawRecord> records, String request);

    /** Deletes the record; what remains is what would be had it never come. */
    CompletableFuture<RecordAnswer> delete(RecordKey key, String request);

    /** The service cannot take records now, and nothing of the submission was taken or all of it may be sent again. */
    final class IntakeUnavailable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public IntakeUnavailable(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
