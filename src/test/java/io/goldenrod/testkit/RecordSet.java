package io.goldenrod.testkit;

import io.goldenrod.identity.Identifier;
import io.goldenrod.identity.RecordKey;
import io.goldenrod.identity.SourceRecord;
import io.goldenrod.policy.Policy;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A case: records under a policy, with what ties them beside what they say. A tie counts only while both its ends are
 * there.
 *
 * @param records each of its own key
 */
public record RecordSet(Policies policies, List<SourceRecord> records, List<Tie> ties) {

    public RecordSet {
        records = List.copyOf(records);
        ties = List.copyOf(ties);
    }

    public Policy policy() {
        return policies.build();
    }

    public RecordSet withRecords(List<SourceRecord> others) {
        return new RecordSet(policies, others, ties);
    }

    public RecordSet withPolicies(Policies others) {
        return new RecordSet(others, records, ties);
    }

    /**
     * How sure a model would be that two of the records are of one person, in bits: the score of their match, and where
     * there is none something from -3 to 2 that is as good as random and the same for ever.
     */
    public double weight(RecordKey left, RecordKey right) {
        Set<String> pair = Set.of("record:" + left, "record:" + right);
        for (Tie tie : ties) {
            if (tie.kind() == Tie.Kind.MATCHED && pair.equals(Set.of(tie.left(), tie.right()))) {
                return tie.score();
            }
        }
        int sum = (left + "!").hashCode() + (right + "!").hashCode();
        return Math.floorMod(sum * 0x9e3779b9 >>> 16, 21) / 4.0 - 3;
    }

    /** Sets with half the records, a record, a tie, a feature of the policy, an identifier or an attribute less. */
    public Stream<RecordSet> smaller() {
        int half = records.size() / 2;
        Stream<RecordSet> halves = half < 2
                ? Stream.empty()
                : Stream.of(withRecords(records.subList(half, records.size())), withRecords(records.subList(0, half)));
        return Stream.of(
                        halves,
                        without(records).map(this::withRecords),
                        without(ties).map(fewer -> new RecordSet(policies, records, fewer)),
                        policies.smaller().map(this::withPolicies),
                        simplerRecords())
                .flatMap(each -> each);
    }

    private Stream<RecordSet> simplerRecords() {
        return IntStream.range(0, records.size())
                .boxed()
                .flatMap(i -> simpler(records.get(i)).map(simpler -> {
                    List<SourceRecord> changed = new ArrayList<>(records);
                    changed.set(i, simpler);
                    return withRecords(changed);
                }));
    }

    private static Stream<SourceRecord> simpler(SourceRecord record) {
        Stream<SourceRecord> fewerIdentifiers = record.identifiers().stream()
                .map((Identifier each) -> Records.like(record).without(each).build());
        Stream<SourceRecord> fewerAttributes = record.attributes().keySet().stream()
                .map(each -> Records.like(record).withoutAttribute(each).build());
        return Stream.concat(fewerIdentifiers, fewerAttributes);
    }

    private static <T> Stream<List<T>> without(List<T> all) {
        return IntStream.range(0, all.size()).mapToObj(i -> {
            List<T> fewer = new ArrayList<>(all);
            fewer.remove(i);
            return fewer;
        });
    }

    @Override
    public String toString() {
        String recordLines = records.stream()
                .map(record -> "record %s %s %s %s"
                        .formatted(
                                record.key(),
                                record.observedAt(),
                                record.identifiers(),
                                record.attributes().values()))
                .collect(Collectors.joining("\n"));
        String tieLines = ties.stream().map(Tie::toString).collect(Collectors.joining("\n"));
        return policies + "\n" + recordLines + "\n" + tieLines;
    }
}
