package io.goldenrod.bulk;

import io.goldenrod.identity.RawRecord;
import io.goldenrod.ingest.CompletePolicy;
import io.goldenrod.normalize.NormalizedRecord;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;

/** Resolves the records of files as the service would, had they all come in one batch to an empty store. */
public final class BulkRun {

    private final CompletePolicy policy;
    private final BiFunction<RawRecord, Instant, NormalizedRecord> normalizer;
    private final BulkSettings settings;
    private final BulkProgress progress;

    /** @param normalizer by the policy; called by several threads */
    public BulkRun(
            CompletePolicy policy,
            BiFunction<RawRecord, Instant, NormalizedRecord> normalizer,
            BulkSettings settings,
            BulkProgress progress) {
        this.policy = policy;
        this.normalizer = normalizer;
        this.settings = settings;
        this.progress = progress;
    }

    /**
     * Reads the files to their ends and gives out what they come to. Nothing is given out before all is resolved.
     *
     * @throws IOException when a file cannot be read or the output takes no more
     * @throws BulkException when memory or disk do not suffice
     */
    public BulkReport run(List<BulkInput> inputs, BulkOutput output) throws IOException {
        throw new BulkException("not there yet");
    }
}
