package io.goldenrod.graph;

import java.time.Instant;
import java.util.List;

/** What comes from where, from bounded samples: no answer reads all of a large graph. */
public interface SourceReads {

    /** Sources that ever sent a record, by name. */
    List<String> sources(int limit);

    /** How many records a source has; never more than {@code most}, which then stands for more. */
    long records(String source, long most);

    /** Some records of a source: from the beginning and from the end of the order of their ids. */
    List<Sampled> sample(String source, int limit);

    /** Of the identifiers that these records carry, those that most records of the whole graph carry. */
    List<Hub> carried(List<String> recordKeys, int limit);

    /** Identifiers that stopped linking, those that most records carry first; looks at 10,000 at most. */
    List<Hub> suppressed(int limit);

    /** Requests that brought the latest decisions, the newest first. @param decisions how many to look at */
    List<Ingest> ingests(int decisions, int limit);

    /**
     * A record of a sample.
     *
     * @param payload JSON as sent; null when it was erased
     */
    record Sampled(String key, String payload, Instant observedAt) {}

    /**
     * An identifier that many records carry.
     *
     * @param suppressed why it does not link; null when it does
     */
    record Hub(String type, String value, long records, String suppressed) {}

    /**
     * What one request did, as far as it was looked at.
     *
     * @param sources of the records that caused it
     */
    record Ingest(String request, Instant from, Instant to, long decisions, List<String> sources) {}
}
