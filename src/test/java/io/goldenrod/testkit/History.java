package io.goldenrod.testkit;

import io.goldenrod.identity.Identifier;
import io.goldenrod.identity.RecordKey;
import io.goldenrod.identity.SourceRecord;
import io.goldenrod.match.Matcher;
import io.goldenrod.policy.Matching;
import io.goldenrod.policy.Policy;
import io.goldenrod.policy.Source;
import io.goldenrod.policy.Survivorship;
import io.goldenrod.policy.Survivorship.Rule;
import io.goldenrod.resolution.Change;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A case: what happened to records, in batches, under a policy.
 *
 * @param matching null for none
 */
public record History(Policies policies, Matching matching, List<Step> steps) {

    /**
     * One thing that happened.
     *
     * @param record null when the record of that key was deleted
     * @param endsBatch whether it is the last of its batch
     */
    public record Step(RecordKey key, SourceRecord record, boolean endsBatch) {

        Step ending(boolean ends) {
            return new Step(key, record, ends);
        }

        @Override
        public String toString() {
            String what = record == null
                    ? "delete " + key
                    : "say    %s at %s %s %s %s %s"
                            .formatted(
                                    key,
                                    record.observedAt(),
                                    record.identifiers(),
                                    record.attributes().values(),
                                    record.names(),
                                    record.consent());
            return what + (endsBatch ? "\n--" : "");
        }
    }

    public History {
        steps = List.copyOf(steps);
    }

    public History(Policies policies, List<Step> steps) {
        this(policies, null, steps);
    }

    public static Step say(SourceRecord record) {
        return new Step(record.key(), record, true);
    }

    public static Step delete(String key) {
        return new Step(RecordKey.parse(key), null, true);
    }

    /** The policy, with a rule of each kind for what profiles show. */
    public Policy policy() {
        return policy(policies, matching);
    }

    /** Null when there is no matching. */
    public Matcher matcher() {
        return Matchings.matcher(matching);
    }

    public static Policy policy(Policies policies) {
        return policy(policies, null);
    }

    private static Policy policy(Policies policies, Matching matching) {
        Policy plain = policies.build();
        var survivorship = new Survivorship(
                Map.of(
                        "city", List.of(Rule.MOST_FREQUENT, Rule.LONGEST),
                        "tier", List.of(Rule.MOST_TRUSTED),
                        "country", List.of(Rule.FIRST)),
                List.of(Rule.MOST_RECENT));
        return new Policy(
                plain.name(),
                plain.identifierTypes(),
                plain.vetoes(),
                survivorship,
                Map.of("crm", new Source("crm", "", "", 1, ""), "web", new Source("web", "", "", 2, "")),
                plain.defaultSource(),
                plain.maxComponentLinks(),
                matching,
                plain.hash());
    }

    /** What the engine is given. */
    public List<List<Change>> batches() {
        Policy policy = policy();
        List<List<Change>> batches = new ArrayList<>();
        List<Change> batch = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            batch.add(
                    step.record == null
                            ? new Change.Delete(step.key, "request-" + i)
                            : new Change.Upsert(judged(step.record, policy), "{\"step\":" + i + "}", "request-" + i));
            if (step.endsBatch || i == steps.size() - 1) {
                batches.add(batch);
                batch = new ArrayList<>();
            }
        }
        return batches;
    }

    /** The record with its identifiers held against the deny list. */
    private static SourceRecord judged(SourceRecord record, Policy policy) {
        return new SourceRecord(
                record.key(),
                record.observedAt(),
                record.identifiers(),
                record.identifiers().stream()
                        .filter((Identifier each) -> policy.type(each.type()).blocks(each.value()))
                        .collect(Collectors.toSet()),
                record.attributes(),
                record.names(),
                record.consent(),
                record.fingerprint());
    }

    /** The records that there are after these changes, by the rule for records that come again. */
    public static void applyTo(Map<RecordKey, SourceRecord> live, Collection<Change> changes) {
        for (Change change : changes) {
            if (change instanceof Change.Upsert upsert) {
                live.merge(
                        change.key(),
                        upsert.record(),
                        (old, said) -> said.observedAt().isBefore(old.observedAt()) ? old : said);
            } else {
                live.remove(change.key());
            }
        }
    }

    public Collection<SourceRecord> live() {
        Map<RecordKey, SourceRecord> live = new TreeMap<>();
        batches().forEach(batch -> applyTo(live, batch));
        return live.values();
    }

    public History withSteps(List<Step> others) {
        return new History(policies, matching, others);
    }

    /** The same in batches of one. */
    public History oneByOne() {
        return withSteps(steps.stream().map(step -> step.ending(true)).toList());
    }

    /** The same in batches of about so many. */
    public History inBatches(int size, Chance chance) {
        return withSteps(steps.stream()
                .map(step -> step.ending(chance.between(1, size) == 1))
                .toList());
    }

    /** Histories with some steps, batches, identifiers, attributes or features of the policy less. */
    Stream<History> smaller() {
        int half = steps.size() / 2;
        Stream<History> halves = half < 2
                ? Stream.empty()
                : Stream.of(withSteps(steps.subList(0, half)), withSteps(steps.subList(half, steps.size())));
        Stream<History> shorter = IntStream.range(0, steps.size()).mapToObj(i -> {
            List<Step> fewer = new ArrayList<>(steps);
            fewer.remove(i);
            return withSteps(fewer);
        });
        Stream<History> simpler = IntStream.range(0, steps.size())
                .boxed()
                .flatMap(i -> simpler(steps.get(i)).map(step -> {
                    List<Step> changed = new ArrayList<>(steps);
                    changed.set(i, step);
                    return withSteps(changed);
                }));
        Stream<History> simplerPolicy = policies.smaller().map(fewer -> new History(fewer, matching, steps));
        Stream<History> unmatched = matching == null ? Stream.empty() : Stream.of(new History(policies, steps));
        return Stream.of(halves, shorter, unmatched, simplerPolicy, simpler).flatMap(each -> each);
    }

    private static Stream<Step> simpler(Step step) {
        Stream<Step> smallerBatch = step.endsBatch ? Stream.empty() : Stream.of(step.ending(true));
        if (step.record == null) {
            return smallerBatch;
        }
        Stream<SourceRecord> fewerIdentifiers = step.record.identifiers().stream()
                .map(each -> Records.like(step.record).without(each).build());
        Stream<SourceRecord> fewerAttributes = step.record.attributes().keySet().stream()
                .map(each -> Records.like(step.record).withoutAttribute(each).build());
        Stream<SourceRecord> unnamed = step.record.names().isEmpty()
                ? Stream.empty()
                : Stream.of(Records.like(step.record).withoutNames().build());
        return Stream.concat(
                smallerBatch,
                Stream.of(fewerIdentifiers, fewerAttributes, unnamed)
                        .flatMap(each -> each)
                        .map(record -> new Step(step.key, record, step.endsBatch)));
    }

    @Override
    public String toString() {
        return policies + "\n" + matching + "\n"
                + steps.stream().map(Step::toString).collect(Collectors.joining("\n"));
    }
}
