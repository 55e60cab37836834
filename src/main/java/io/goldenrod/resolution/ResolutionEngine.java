package io.goldenrod.resolution;

import io.goldenrod.graph.GraphUnavailableException;
import io.goldenrod.graph.PolicyChangedException;
import io.goldenrod.graph.ResolutionStore;
import io.goldenrod.graph.ResolutionStore.Transaction;
import io.goldenrod.identity.RecordKey;
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

    private final Clock clock;
    private volatile Ruling ruling;

    /**
     * All that depends on the policy.
     *
     * @param settled whether all records of the graph were brought up to it: what is kept of identifiers and customers
     *     can stand in for their records only then
     */
    private record Ruling(
            ResolutionStore store,
            Rules rules,
            Matcher matcher,
            SubjectCache kept,
            Sharing sharing,
            boolean settled,
            boolean fastPath) {

        static Ruling of(ResolutionStore store, Policy policy, Matcher matcher, boolean settled, boolean fastPath) {
            return new Ruling(
                    store, new Rules(policy), matcher, new SubjectCache(), new Sharing(policy), settled, fastPath);
        }

        Asserting asserting(Transaction transaction, Clock clock) {
            return new Asserting(transaction, rules, matcher, sharing, clock.instant());
        }

        /** A record that is brought up says something else though its source said nothing new. */
        SubjectCache cache() {
            return settled ? kept : new SubjectCache();
        }
    }

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
        this.clock = clock;
        this.ruling = Ruling.of(store, policy, matcher, true, fastPath);
    }

    /**
     * Resolves by another policy from now on; what is under way ends by the one that it began with.
     *
     * @param settled whether all records of the graph were brought up to it
     */
    public void follow(Policy policy, Matcher matcher, boolean settled) {
        ResolutionStore store = ruling.store.under(policy, settled);
        ruling = Ruling.of(store, policy, matcher, settled, settled);
    }

    /**
     * Brings records that are there up to this engine's policy. When all records were brought up so, in whatever order
     * and parts, the graph is as if they had come under this policy. Repeating it changes nothing.
     *
     * @param records those that went meanwhile are left out
     * @param bringUp what this policy makes of them
     * @param request names the cause in the lineage
     * @throws PolicyChangedException when another policy is in force by now
     * @throws GraphUnavailableException when the store does not answer; some may have been brought up or not
     */
    public void bringUp(List<RecordKey> records, BringUp bringUp, String request) {
        Ruling by = ruling;
        if (!records.isEmpty()) {
            by.store.inTransaction(transaction -> {
                new BringingUp(transaction, by.rules, by.matcher, by.sharing, bringUp, clock.instant())
                        .run(records, request);
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
        Ruling by = ruling;
        return by.store.inTransaction(
                transaction -> by.asserting(transaction, clock).say(word, request));
    }

    /** What {@link #say} would do; writes nothing. */
    public Asserted saidOnTrial(Word word, String request) {
        Ruling by = ruling;
        return by.store.onTrial(transaction -> by.asserting(transaction, clock).say(word, request));
    }

    /**
     * Ends a steward's word: the graph is then as if it had never been said.
     *
     * @param id of the assertion
     * @param who ends it
     * @param reason why; may be empty
     * @throws IllegalAssertion when no such assertion is in force
     * @throws GraphUnavailableException when the store does not answer
     */
    public Asserted retract(String id, String who, String reason, String request) {
        Ruling by = ruling;
        return by.store.inTransaction(
                transaction -> by.asserting(transaction, clock).retract(id, who, reason, request));
    }

    /** What {@link #retract} would do; writes nothing. */
    public Asserted retractedOnTrial(String id, String who, String reason, String request) {
        Ruling by = ruling;
        return by.store.onTrial(transaction -> by.asserting(transaction, clock).retract(id, who, reason, request));
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
    public Parted split(String customer, Collection<String> members, String who, String reason, String request) {
        Ruling by = ruling;
        return by.store.inTransaction(transaction -> new Splitting(transaction, by.asserting(transaction, clock))
                .part(customer, members, who, reason, request));
    }

    /** What {@link #split} would do; writes nothing. */
    public Parted splitOnTrial(String customer, Collection<String> members, String who, String reason, String request) {
        Ruling by = ruling;
        return by.store.onTrial(transaction -> new Splitting(transaction, by.asserting(transaction, clock))
                .part(customer, members, who, reason, request));
    }

    /**
     * Parts a customer between two of its members, which no evidence joins any more.
     *
     * @throws IllegalAssertion when its records would stay together all the same
     * @throws GraphUnavailableException when the store does not answer
     */
    public Parted splitAt(String customer, String one, String other, String who, String reason, String request) {
        Ruling by = ruling;
        return by.store.inTransaction(transaction -> new Splitting(transaction, by.asserting(transaction, clock))
                .partAt(customer, one, other, who, reason, request));
    }

    /** What {@link #splitAt} would do; writes nothing. */
    public Parted splitAtOnTrial(String customer, String one, String other, String who, String reason, String request) {
        Ruling by = ruling;
        return by.store.onTrial(transaction -> new Splitting(transaction, by.asserting(transaction, clock))
                .partAt(customer, one, other, who, reason, request));
    }

    /** What {@link #apply(List)} would answer and decide; writes nothing. */
    public Trial onTrial(List<? extends Change> changes) {
        return onTrial(changes, ruling);
    }

    /**
     * What {@link #apply(List, Policy)} would answer and decide; writes nothing.
     *
     * @throws PolicyChangedException when another policy is in force by now
     * @throws GraphUnavailableException when the store does not answer
     */
    public Trial onTrial(List<? extends Change> changes, Policy comparableBy) {
        Ruling by = ruling;
        requireSame(by, comparableBy);
        return onTrial(changes, by);
    }

    private Trial onTrial(List<? extends Change> changes, Ruling by) {
        if (changes.isEmpty()) {
            return new Trial(List.of(), List.of());
        }
        return by.store.onTrial(transaction -> {
            // nothing of it will have been, so nothing of it is remembered
            var forgotten = new SubjectCache();
            List<RecordAnswer> answers = new ArrayList<>(changes.size());
            for (List<? extends Change> part : parts(changes)) {
                answers.addAll(new Batch(transaction, by.rules, by.matcher, forgotten, by.sharing, clock, by.fastPath)
                        .run(part));
            }
            return new Trial(answers, transaction.decided());
        });
    }

    private static void requireSame(Ruling by, Policy comparableBy) {
        if (!by.rules.policy().hash().equals(comparableBy.hash())) {
            throw new PolicyChangedException();
        }
    }

    /**
     * Applies the changes in their order.
     *
     * @return an answer for each, in order
     * @throws GraphUnavailableException when the store does not answer; some of the changes may have been applied,
     *     and applying all of them again gives the same result
     */
    public List<RecordAnswer> apply(List<? extends Change> changes) {
        return apply(changes, ruling);
    }

    /**
     * As {@link #apply(List)}, for changes that were made comparable by that policy.
     *
     * @throws PolicyChangedException when another policy is in force by now; then none was applied, or all before a
     *     record that came a second time
     */
    public List<RecordAnswer> apply(List<? extends Change> changes, Policy comparableBy) {
        Ruling by = ruling;
        requireSame(by, comparableBy);
        return apply(changes, by);
    }

    private List<RecordAnswer> apply(List<? extends Change> changes, Ruling by) {
        List<RecordAnswer> answers = new ArrayList<>(changes.size());
        for (List<? extends Change> part : parts(changes)) {
            answers.addAll(by.store.inTransaction(transaction -> new Batch(
                            transaction, by.rules, by.matcher, by.cache(), by.sharing, clock, by.fastPath)
                    .run(part)));
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
