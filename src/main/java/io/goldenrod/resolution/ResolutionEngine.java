package io.goldenrod.resolution;

import io.goldenrod.graph.GraphUnavailableException;
import io.goldenrod.graph.ResolutionStore;
import io.goldenrod.graph.ResolutionStore.Transaction;
import io.goldenrod.identity.RecordKey;
import io.goldenrod.identity.SourceRecord;
import io.goldenrod.match.Matcher;
import io.goldenrod.partition.Rules;
import io.goldenrod.policy.Policy;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Resolves batches of changes, each in one transaction: what was answered is durable, resolved and in the lineage.
 *
 * <p>A batch takes the fast path for all records that only add to customers without held links, one after the other in
 * memory, and writes them together; then it partitions anew what the others touched. Thread-safe.
 */
public final class ResolutionEngine {

    private final ResolutionStore store;
    private final Rules rules;
    private final Matcher matcher;
    private final SubjectCache cache = new SubjectCache();
    private final Sharing sharing;
    private final Clock clock;
    private final boolean fastPath;

    /** By identifiers alone. */
    public ResolutionEngine(ResolutionStore store, Policy policy, Clock clock) {
        this(store, policy, null, clock);
    }

    /** @param matcher finds records of one person that share no identifier; null for identifiers alone */
    public ResolutionEngine(ResolutionStore store, Policy policy, Matcher matcher, Clock clock) {
        this(store, policy, matcher, clock, true);
    }

    /** Without the fast path every change takes the slow one, and must come out the same. */
    ResolutionEngine(ResolutionStore store, Policy policy, Matcher matcher, Clock clock, boolean fastPath) {
        this.fastPath = fastPath;
        this.matcher = matcher;
        this.store = store;
        this.rules = new Rules(policy);
        this.sharing = new Sharing(policy);
        this.clock = clock;
    }

    /**
     * Brings records that are there up to this engine's policy and matcher, which may match otherwise than what they
     * were resolved by, but must not differ in anything else. When all records were brought up so, in whatever order
     * and parts, the graph is as if they had come under this policy. Repeating it changes nothing.
     *
     * @param records as they are in the graph; those that went meanwhile are left out
     * @throws GraphUnavailableException when the store does not answer; some may have been brought up or not
     */
    public void rescore(List<SourceRecord> records, String request) {
        if (!records.isEmpty()) {
            store.inTransaction(transaction -> {
                new Rescoring(transaction, rules, matcher, sharing, clock.instant()).run(records, request);
                return null;
            });
        }
    }

    /**
     * Puts a steward's word in force, at once and for ever after, whatever comes and in whatever order.
     *
     * @throws IllegalAssertion when it cannot be said
     * @throws GraphUnavailableException when the store does not answer; saying it again does no harm
     */
    public Asserted say(Word word, String request) {
        return store.inTransaction(transaction -> asserting(transaction).say(word, request));
    }

    /** What {@link #say} would do; writes nothing. */
    public Asserted saidOnTrial(Word word, String request) {
        return store.onTrial(transaction -> asserting(transaction).say(word, request));
    }

    /**
     * Ends a steward's word: the graph is then as if it had never been said.
     *
     * @param id of the assertion
     * @param by who ends it
     * @param reason why; may be empty
     * @throws IllegalAssertion when no such assertion is in force
     * @throws GraphUnavailableException when the store does not answer
     */
    public Asserted retract(String id, String by, String reason, String request) {
        return store.inTransaction(transaction -> asserting(transaction).retract(id, by, reason, request));
    }

    /** What {@link #retract} would do; writes nothing. */
    public Asserted retractedOnTrial(String id, String by, String reason, String request) {
        return store.onTrial(transaction -> asserting(transaction).retract(id, by, reason, request));
    }

    /**
     * Parts members from the rest of their customer, by assertions, for ever after. What they were wrongly merged with
     * gets its old ID back.
     *
     * @param customer a current one
     * @param members of it, among them a record; not all its records
     * @throws IllegalAssertion when they cannot be parted
     * @throws GraphUnavailableException when the store does not answer
     */
    public Parted split(String customer, Collection<String> members, String by, String reason, String request) {
        return store.inTransaction(transaction ->
                new Splitting(transaction, asserting(transaction)).part(customer, members, by, reason, request));
    }

    /** What {@link #split} would do; writes nothing. */
    public Parted splitOnTrial(String customer, Collection<String> members, String by, String reason, String request) {
        return store.onTrial(transaction ->
                new Splitting(transaction, asserting(transaction)).part(customer, members, by, reason, request));
    }

    /**
     * Parts a customer between two of its members, which no evidence joins any more.
     *
     * @throws IllegalAssertion when its records would stay together all the same
     * @throws GraphUnavailableException when the store does not answer
     */
    public Parted splitAt(String customer, String one, String other, String by, String reason, String request) {
        return store.inTransaction(transaction ->
                new Splitting(transaction, asserting(transaction)).partAt(customer, one, other, by, reason, request));
    }

    /** What {@link #splitAt} would do; writes nothing. */
    public Parted splitAtOnTrial(String customer, String one, String other, String by, String reason, String request) {
        return store.onTrial(transaction ->
                new Splitting(transaction, asserting(transaction)).partAt(customer, one, other, by, reason, request));
    }

    private Asserting asserting(Transaction transaction) {
        return new Asserting(transaction, rules, matcher, sharing, clock.instant());
    }

    /**
     * What {@link #apply} would answer and decide; writes nothing.
     *
     * @throws GraphUnavailableException when the store does not answer
     */
    public Trial onTrial(List<? extends Change> changes) {
        if (changes.isEmpty()) {
            return new Trial(List.of(), List.of());
        }
        return store.onTrial(transaction -> {
            // nothing of it will have been, so nothing of it is remembered
            var forgotten = new SubjectCache();
            List<RecordAnswer> answers = new ArrayList<>(changes.size());
            for (List<? extends Change> part : parts(changes)) {
                answers.addAll(new Batch(transaction, rules, matcher, forgotten, sharing, clock, fastPath).run(part));
            }
            return new Trial(answers, transaction.decided());
        });
    }

    /**
     * Applies the changes in their order.
     *
     * @return an answer for each, in order
     * @throws GraphUnavailableException when the store does not answer; some of the changes may have been applied,
     *     and applying all of them again gives the same result
     */
    public List<RecordAnswer> apply(List<? extends Change> changes) {
        List<RecordAnswer> answers = new ArrayList<>(changes.size());
        for (List<? extends Change> part : parts(changes)) {
            answers.addAll(store.inTransaction(
                    transaction -> new Batch(transaction, rules, matcher, cache, sharing, clock, fastPath).run(part)));
        }
        return answers;
    }

    /** Parts that name each record once: one that comes twice must meet its first coming in the graph. */
    private static List<List<? extends Change>> parts(List<? extends Change> changes) {
        List<List<? extends Change>> parts = new ArrayList<>();
        Set<RecordKey> seen = new HashSet<>();
        int from = 0;
        for (int i = 0; i < changes.size(); i++) {
            if (!seen.add(changes.get(i).key())) {
                parts.add(changes.subList(from, i));
                from = i;
                seen.clear();
                seen.add(changes.get(i).key());
            }
        }
        if (from < changes.size()) {
            parts.add(changes.subList(from, changes.size()));
        }
        return parts;
    }
}
