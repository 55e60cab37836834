package io.goldenrod.revision;

import io.goldenrod.golden.Candidate;
import io.goldenrod.golden.GoldenProfile;
import io.goldenrod.identity.Identifier;
import io.goldenrod.identity.RecordKey;
import io.goldenrod.identity.SourceRecord;
import io.goldenrod.lineage.Decision;
import io.goldenrod.policy.Policy;
import io.goldenrod.policy.Source;
import io.goldenrod.policy.Survivorship.Rule;
import io.goldenrod.resolution.BringUp;
import io.goldenrod.resolution.ResolvedComponent;
import io.goldenrod.revision.PolicyDifference.Concerned;
import io.goldenrod.revision.PolicyDifference.Examples;
import io.goldenrod.revision.PolicyDifference.Hold;
import io.goldenrod.revision.PolicyDifference.Match;
import io.goldenrod.revision.PolicyDifference.Merge;
import io.goldenrod.revision.PolicyDifference.Part;
import io.goldenrod.revision.PolicyDifference.Split;
import io.goldenrod.revision.PolicyDifference.Suppression;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntUnaryOperator;

/** Collects what differs between a graph and what another policy would make of it, a connected part at a time. */
final class Comparing {

    private static final int MERGED = 1;
    private static final int SPLIT = 2;
    private static final int VALUES = 4;

    private final Census census;
    private final Policy before;
    private final Policy after;
    private final boolean valuesMayChange;

    private final byte[] concerned;
    private final int[] parts;
    private final int[] clusterOf;
    private int clusters;
    private long merged;
    private long split;
    private long moved;
    private long changed;
    private final SortedMap<String, Long> changedValues = new TreeMap<>();
    private final Largest<Merge> merges = new Largest<>(Comparator.comparingInt(Merge::customers)
            .thenComparingInt(Merge::records)
            .reversed()
            .thenComparing(each -> each.customerIds().get(0)));
    private final Largest<Hold> holds =
            new Largest<>(Comparator.comparing((Hold each) -> each.record() + "|" + each.other())
                    .thenComparing(Hold::constraint));
    private long held;
    private long heldAsBefore;
    private Pairs stored;
    private Pairs pairs;
    private long matchesKept;
    private long matchesReweighted;

    Comparing(Census census, Policy before, Policy after, BringUp bringUp) {
        this.census = census;
        this.before = before;
        this.after = after;
        this.valuesMayChange =
                bringUp.showsAnew() || bringUp.readsAnew() || !trust(before).equals(trust(after));
        concerned = new byte[census.customers.size()];
        parts = new int[census.customers.size()];
        clusterOf = new int[census.size()];
    }

    private static Map<String, Integer> trust(Policy policy) {
        Map<String, Integer> ranks = new HashMap<>();
        for (Source source : policy.sources().values()) {
            if (source.trustRank() != policy.defaultSource().trustRank()) {
                ranks.put(source.name(), source.trustRank());
            }
        }
        ranks.put("", policy.defaultSource().trustRank());
        return ranks;
    }

    void compareMatches(Pairs matchedNow, Pairs matching) {
        stored = matchedNow;
        pairs = matching;
        for (int i = 0; i < stored.size(); i++) {
            int same = pairs.find(stored.left(i), stored.right(i));
            matchesKept += same >= 0 ? 1 : 0;
            matchesReweighted += same >= 0 && pairs.weight(same) != stored.weight(i) ? 1 : 0;
        }
    }

    /**
     * Takes a connected part.
     *
     * @param records in the order of their places
     * @param numberAt the number of the record at a place
     * @param at the first place
     * @param places of the records, from 0
     */
    void compare(
            ResolvedComponent part,
            List<SpilledRecord> records,
            IntUnaryOperator numberAt,
            int at,
            Map<RecordKey, Integer> places) {
        for (List<RecordKey> customer : part.customers()) {
            Map<Integer, List<Integer>> byCustomer = new LinkedHashMap<>();
            for (RecordKey key : customer) {
                int place = places.get(key);
                int number = numberAt.applyAsInt(at + place);
                clusterOf[number] = clusters;
                byCustomer
                        .computeIfAbsent(census.customerOf.get(number), absent -> new ArrayList<>())
                        .add(place);
            }
            clusters++;
            compare(byCustomer, records);
        }
        part.held().forEach(this::compare);
    }

    private void compare(Map<Integer, List<Integer>> byCustomer, List<SpilledRecord> records) {
        int largest = 0;
        int partial = 0;
        for (var each : byCustomer.entrySet()) {
            int customer = each.getKey();
            largest = Math.max(largest, each.getValue().size());
            if (each.getValue().size() < census.customerRecords.get(customer)) {
                split += parts[customer]++ == 0 ? 1 : 0;
                concerned[customer] |= SPLIT;
                partial++;
            } else if (byCustomer.size() > 1) {
                merged++;
                concerned[customer] |= MERGED;
            } else if (valuesMayChange) {
                compareValues(customer, each.getValue(), records);
            }
        }
        if (byCustomer.size() > 1) {
            countMoved(byCustomer, partial > 0, largest);
            int total = byCustomer.values().stream().mapToInt(List::size).sum();
            merges.add(new Merge(
                    byCustomer.size(),
                    total,
                    byCustomer.values().stream()
                            .limit(PolicyDifference.NAMED_MAX)
                            .map(places -> records.get(places.get(0)).customer())
                            .toList()));
        }
    }

    /** The customer of most of the records stands for the whole; those of another that is there in part have moved. */
    private void countMoved(Map<Integer, List<Integer>> byCustomer, boolean anyPartial, int largest) {
        boolean stands = false;
        for (var each : byCustomer.entrySet()) {
            boolean first = !stands && each.getValue().size() == largest;
            stands |= first;
            if (anyPartial && !first && each.getValue().size() < census.customerRecords.get(each.getKey())) {
                moved += each.getValue().size();
            }
        }
    }

    private void compareValues(int customer, List<Integer> places, List<SpilledRecord> records) {
        GoldenProfile now = GoldenProfile.EMPTY;
        GoldenProfile then = GoldenProfile.EMPTY;
        for (int place : places) {
            SpilledRecord each = records.get(place);
            now = now.with(GoldenProfile.of(each.asBefore(), before), before);
            then = then.with(GoldenProfile.of(each.record(), after), after);
        }
        TreeSet<String> names = new TreeSet<>(now.attributes().keySet());
        names.addAll(then.attributes().keySet());
        // a steward's choice stands whatever the policy
        places.forEach(place -> names.removeAll(records.get(place).pinned()));
        boolean any = false;
        for (String name : names) {
            if (!shown(now, name, before).equals(shown(then, name, after))) {
                changedValues.merge(name, 1L, Long::sum);
                any = true;
            }
        }
        if (any) {
            changed++;
            concerned[customer] |= VALUES;
        }
    }

    /** What the profile shows of the attribute, as text. */
    private static List<String> shown(GoldenProfile profile, String name, Policy policy) {
        Rule rule = policy.survivorship().rulesFor(name).get(0);
        List<Candidate> candidates = profile.attributes().getOrDefault(name, List.of());
        return candidates.stream()
                .limit(rule == Rule.UNION ? candidates.size() : 1)
                .map(each -> String.valueOf(GoldenProfile.provenance(each, rule).value()))
                .toList();
    }

    private void compare(ResolvedComponent.Held link) {
        if (census.held.contains(census.records.hash(link.key()))) {
            heldAsBefore++;
        } else {
            held++;
            holds.add(new Hold(link.member(), link.other(), link.constraint().name(), link.detail()));
        }
    }

    PolicyDifference difference() {
        long suppressed = 0;
        long unsuppressed = 0;
        Comparator<Integer> mostCarried = Comparator.comparingInt((Integer each) -> -census.carriers.get(each))
                .thenComparing(each -> each);
        Largest<Integer> starting = new Largest<>(mostCarried);
        Largest<Integer> stopping = new Largest<>(mostCarried);
        for (int i = 0; i < census.identifiers.size(); i++) {
            if (census.carriers.get(i) > 0 && census.linkedBefore(i) && !census.links(i)) {
                suppressed++;
                starting.add(i);
            } else if (census.carriers.get(i) > 0 && census.wasSuppressed(i) && census.links(i)) {
                unsuppressed++;
                stopping.add(i);
            }
        }
        Spill.Reader reader = census.spill.reader();
        Examples examples = new Examples(
                merges.inOrder(),
                splits(reader),
                suppressions(starting, reader),
                suppressions(stopping, reader),
                holds.inOrder(),
                matches(pairs, stored, reader),
                matches(stored, pairs, reader));
        return new PolicyDifference(
                after.hash(),
                census.size(),
                census.reread(),
                census.customers.size(),
                clusters,
                merged,
                split,
                moved,
                changed,
                changedValues,
                suppressed,
                unsuppressed,
                held,
                census.held.size() - heldAsBefore,
                pairs.size() - matchesKept,
                stored.size() - matchesKept,
                matchesReweighted,
                examples,
                sample(reader));
    }

    private SpilledRecord record(int number, Spill.Reader reader) {
        return SpilledRecord.read(reader.get(number), after);
    }

    private List<Split> splits(Spill.Reader reader) {
        Largest<Integer> largest = new Largest<>(
                Comparator.comparingInt((Integer each) -> -parts[each]).thenComparing(each -> each));
        for (int customer = 0; customer < parts.length; customer++) {
            if (parts[customer] > 0) {
                largest.add(customer);
            }
        }
        Map<Integer, Map<Integer, int[]>> partsOf = new HashMap<>();
        largest.inOrder().forEach(each -> partsOf.put(each, new LinkedHashMap<>()));
        for (int i = 0; i < clusterOf.length && !partsOf.isEmpty(); i++) {
            Map<Integer, int[]> own = partsOf.get(census.customerOf.get(i));
            if (own != null) {
                int first = i;
                own.computeIfAbsent(clusterOf[i], absent -> new int[] {first, 0})[1]++;
            }
        }
        return largest.inOrder().stream()
                .map(each -> new Split(
                        record(census.customerFirst.get(each), reader).customer(),
                        parts[each],
                        census.customerRecords.get(each),
                        partsOf.get(each).values().stream()
                                .sorted(Comparator.comparingInt(part -> -part[1]))
                                .limit(PolicyDifference.NAMED_MAX)
                                .map(part -> new Part(
                                        part[1],
                                        Decision.member(
                                                record(part[0], reader).record().key())))
                                .toList()))
                .toList();
    }

    private List<Suppression> suppressions(Largest<Integer> largest, Spill.Reader reader) {
        List<Suppression> found = new ArrayList<>();
        for (int number : largest.inOrder()) {
            SourceRecord carrier =
                    record(census.firstCarrier.get(number), reader).record();
            for (Identifier each : carrier.identifiers()) {
                if (census.identifiers.find(each.key()) == number) {
                    found.add(new Suppression(each.type(), each.value(), census.carriers.get(number)));
                }
            }
        }
        return found;
    }

    /** The strongest of the one that are not among the other. */
    private List<Match> matches(Pairs ours, Pairs theirs, Spill.Reader reader) {
        Largest<Integer> strongest = new Largest<>(
                Comparator.comparingDouble((Integer each) -> -ours.weight(each)).thenComparing(each -> each));
        for (int i = 0; i < ours.size(); i++) {
            if (theirs.find(ours.left(i), ours.right(i)) < 0) {
                strongest.add(i);
            }
        }
        return strongest.inOrder().stream()
                .map(each -> new Match(
                        Decision.member(record(ours.left(each), reader).record().key()),
                        Decision.member(
                                record(ours.right(each), reader).record().key()),
                        ours.weight(each)))
                .toList();
    }

    /** Those with the smallest hashes of their IDs: neither large nor small ones are preferred. */
    private List<Concerned> sample(Spill.Reader reader) {
        Largest<Integer> smallest =
                new Largest<>(Comparator.comparingLong((Integer each) -> census.customers.hashOf(each))
                        .thenComparing(each -> each));
        for (int customer = 0; customer < concerned.length; customer++) {
            if (concerned[customer] != 0) {
                smallest.add(customer);
            }
        }
        return smallest.inOrder().stream()
                .map(each -> new Concerned(
                        record(census.customerFirst.get(each), reader).customer(), changes(concerned[each])))
                .toList();
    }

    private static List<String> changes(int kinds) {
        List<String> changes = new ArrayList<>();
        if ((kinds & MERGED) != 0) {
            changes.add("MERGED");
        }
        if ((kinds & SPLIT) != 0) {
            changes.add("SPLIT");
        }
        if ((kinds & VALUES) != 0) {
            changes.add("VALUES");
        }
        return changes;
    }
}
