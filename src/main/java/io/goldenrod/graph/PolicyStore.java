package io.goldenrod.graph;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The policies that a graph was ever resolved by. Exactly one is in force, and writes are done by it alone; while its
 * records are being brought up to it, some still are as an earlier one left them.
 *
 * <p>Every method throws {@link GraphUnavailableException} when the store does not answer.
 */
public interface PolicyStore {

    /** Most terms of a list. */
    int TERMS_MAX = 100;

    /**
     * A policy as it is kept.
     *
     * @param document its text, which stands alone but for the model
     * @param model the model's text; null when it matches by identifiers alone, or when it is not kept
     */
    record Kept(String hash, String name, String document, String model) {}

    /**
     * A span in which a policy was in force.
     *
     * @param number counts from 1
     * @param until null while it lasts
     * @param by null when not given
     * @param reason null when not given
     */
    record Term(long number, String hash, String name, Instant since, Instant until, String by, String reason) {}

    /**
     * What writes must be done by.
     *
     * @param hash of the policy in force
     * @param settled whether all records were brought up to it
     */
    record Standing(String hash, boolean settled) {}

    /**
     * How far records are brought up to the policy in force.
     *
     * @param hash of that policy
     * @param before hash of the one that was in force before
     * @param after key of the last record that is done; empty when none is
     * @param total how many records there were at the start
     * @param by null when not given
     */
    record Progress(String hash, String before, String after, long done, long total, Instant startedAt, String by) {}

    /** Empty when no policy was ever in force. */
    Optional<Standing> standing();

    /** Empty when all records are up to the policy in force. */
    Optional<Progress> progress();

    Optional<Kept> find(String hash);

    /** The newest first; at most {@link #TERMS_MAX}. */
    List<Term> terms(int limit);

    /** The last one of a policy; empty when it was never in force. */
    Optional<Term> lastTerm(String hash);

    /**
     * Makes a policy the graph's own, if it has none.
     *
     * @param replaces whether also in place of another one, as long as no record ever came
     * @return which is in force then
     */
    Standing adopt(Kept policy, boolean replaces, Instant now);

    /** Keeps the model of a policy of which it is not kept. */
    void keepModel(String hash, String model);

    /**
     * Puts a policy in force; from then on records are to be brought up to it.
     *
     * @param by null when not given
     * @param reason null when not given
     * @return false when records are still being brought up to the one in force, and nothing was done
     */
    boolean begin(Kept policy, String by, String reason, Instant now);

    /**
     * Takes the work of bringing records up, unless somebody else is at it.
     *
     * @param worker who takes it
     * @param lapsed who was not heard of since then has given it up
     * @return whether it is the worker's
     */
    boolean claim(String worker, Instant lapsed, Instant now);

    /**
     * Notes how far the worker is.
     *
     * @return whether the work is still the worker's
     */
    boolean note(String worker, String after, long done, Instant now);

    /** Ends the work: all records are up to the policy in force. */
    void finish(String worker);

    /** Keys of records after that one, in the order of their text. */
    List<String> keysAfter(String key, int limit);
}
