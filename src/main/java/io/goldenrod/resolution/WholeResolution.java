package io.goldenrod.resolution;

import io.goldenrod.graph.Membership.Member;
import io.goldenrod.graph.StoredIdentifier;
import io.goldenrod.graph.StoredLink;
import io.goldenrod.graph.StoredMatch;
import io.goldenrod.identity.Identifier;
import io.goldenrod.identity.RecordKey;
import io.goldenrod.identity.SourceRecord;
import io.goldenrod.match.Matcher;
import io.goldenrod.match.Matcher.Verdict;
import io.goldenrod.match.Score;
import io.goldenrod.partition.HeldLink;
import io.goldenrod.partition.Rules;
import io.goldenrod.policy.Policy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Records resolved all at once, in memory and without a store: what the service would come to after all of them, in
 * whatever order. Holds the records and about 1 KiB for each of them.
 */
public final class WholeResolution {

    private static final Comparator<StoredMatch> STRONGEST_FIRST = Comparator.comparingDouble(StoredMatch::weight)
            .reversed()
            .thenComparing(StoredMatch::left)
            .thenComparing(StoredMatch::right);

    private final Clustering clustering;
    private final List<StoredMatch> matches;
    private final List<StoredMatch> reviews;
    private final List<StoredLink> heldLinks;
    private final long pairsCompared;

    private WholeResolution(Clustering clustering, List<StoredMatch> scored, Matcher matcher, long pairsCompared) {
        this.clustering = clustering;
        this.pairsCompared = pairsCompared;
        Map<String, HeldLink> held = new HashMap<>();
        heldLinks = new ArrayList<>();
        for (HeldLink each : clustering.held()) {
            StoredLink link = clustering.linkOf(each);
            if (link == null) {
                held.put(each.link().key(), each);
            } else {
                heldLinks.add(
                        new StoredLink(link.record(), link.identifier(), link.at(), each.constraint(), each.detail()));
            }
        }
        heldLinks.sort(Comparator.comparing(StoredLink::record).thenComparing(StoredLink::identifier));
        matches = new ArrayList<>();
        reviews = new ArrayList<>();
        for (StoredMatch pair : scored) {
            if (matcher.verdict(pair.weight()) == Verdict.MATCH) {
                HeldLink hold = held.get(pair.key());
                matches.add(hold == null ? pair : pair.withHeld(hold.constraint(), hold.detail()));
            } else if (customerOf(pair.left()) != customerOf(pair.right())) {
                reviews.add(pair);
            }
        }
    }

    /**
     * The customers by identifiers alone.
     *
     * @param records each key once
     * @return the customers, each record in exactly one
     */
    public static List<List<RecordKey>> customers(Collection<SourceRecord> records, Policy policy) {
        return of(records, policy, null).customers();
    }

    /**
     * @param records each key once
     * @param matcher finds records of one person that share no identifier; null for identifiers alone
     */
    public static WholeResolution of(Collection<SourceRecord> records, Policy policy, Matcher matcher) {
        Sharing sharing = new Sharing(policy);
        Map<Identifier, StoredIdentifier> identifiers = new HashMap<>();
        List<Member> members = new ArrayList<>(records.size());
        List<StoredLink> links = new ArrayList<>();
        for (SourceRecord record : records) {
            members.add(new Member(record, members.size(), null));
            for (Identifier identifier : record.identifiers()) {
                StoredIdentifier before = identifiers.getOrDefault(identifier, StoredIdentifier.absent(identifier));
                var companions = sharing.with(identifier, before.companions(), sharing.companions(identifier, record));
                identifiers.put(identifier, before.observedBy(record, companions, null));
                links.add(new StoredLink(record.key(), identifier, record.observedAt(), null, null));
            }
        }
        identifiers.replaceAll(
                (identifier, state) -> state.withSuppressed(sharing.verdict(identifier, state.companions())));
        Rules rules = new Rules(policy);
        if (matcher == null) {
            return new WholeResolution(
                    Clustering.of(members, identifiers, links, List.of(), null, rules), List.of(), null, 0);
        }
        List<SourceRecord> byKey = new ArrayList<>(records);
        byKey.sort(Comparator.comparing(SourceRecord::key));
        ScoredPairs pairs = ScoredPairs.of(byKey, matcher);
        List<StoredMatch> scored = scored(byKey, pairs, matcher);
        List<StoredMatch> matched = scored.stream()
                .filter(pair -> matcher.verdict(pair.weight()) == Verdict.MATCH)
                .toList();
        Map<RecordKey, Integer> indexOf = new HashMap<>();
        byKey.forEach(record -> indexOf.put(record.key(), indexOf.size()));
        Clustering clustering = Clustering.of(
                members,
                identifiers,
                links,
                matched,
                (left, right) -> pairs.weight((int) indexOf.get(left), (int) indexOf.get(right)),
                rules);
        return new WholeResolution(clustering, scored, matcher, pairs.compared());
    }

    private static List<StoredMatch> scored(List<SourceRecord> byKey, ScoredPairs pairs, Matcher matcher) {
        List<StoredMatch> scored = new ArrayList<>(pairs.size());
        for (int i = 0; i < pairs.size(); i++) {
            double weight = pairs.weight(i);
            scored.add(new StoredMatch(
                    byKey.get(pairs.left(i)).key(),
                    byKey.get(pairs.right(i)).key(),
                    weight,
                    Score.probability(weight),
                    null,
                    null,
                    matcher.model().hash(),
                    List.of()));
        }
        scored.sort(STRONGEST_FIRST);
        return scored;
    }

    /** Each record in exactly one, in the order in which they came. */
    public List<List<RecordKey>> customers() {
        return clustering.recordsInOrder();
    }

    /** The place of the record's customer in {@link #customers()}. */
    public int customerOf(RecordKey record) {
        return clustering.clusterOf(record);
    }

    /** Pairs that the model takes for one person's, strongest first; those that a constraint holds say so. */
    public List<StoredMatch> matches() {
        return matches;
    }

    /** Pairs of different customers for a steward to look at, strongest first. */
    public List<StoredMatch> reviews() {
        return reviews;
    }

    /** Observations that a constraint holds. */
    public List<StoredLink> heldLinks() {
        return heldLinks;
    }

    /** How many pairs of records share a block, and so were compared. */
    public long pairsCompared() {
        return pairsCompared;
    }
}
