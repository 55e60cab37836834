package io.goldenrod.resolution;

import io.goldenrod.graph.Membership.Member;
import io.goldenrod.graph.StoredIdentifier;
import io.goldenrod.graph.StoredLink;
import io.goldenrod.graph.StoredMatch;
import io.goldenrod.identity.Identifier;
import io.goldenrod.identity.RecordKey;
import io.goldenrod.identity.SourceRecord;
import io.goldenrod.match.Matcher;
import io.goldenrod.partition.HeldLink;
import io.goldenrod.partition.Rules;
import io.goldenrod.policy.Policy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;

/**
 * Records resolved all at once, in memory and without a store: what the service would come to after all of them, in
 * whatever order. Holds the records and about 1 KiB for each of them.
 */
public final class WholeResolution {

    private static final Comparator<StoredMatch> STRONGEST_FIRST = Comparator.comparingDouble(StoredMatch::weight)
            .reversed()
            .thenComparing(StoredMatch::left)
            .thenComparing(StoredMatch::right);

    private final List<List<RecordKey>> customers = new ArrayList<>();
    private final Map<RecordKey, Integer> customerOf = new HashMap<>();
    private final List<StoredMatch> matches = new ArrayList<>();
    private final List<StoredMatch> reviews = new ArrayList<>();
    private final List<StoredLink> heldLinks = new ArrayList<>();
    private long pairsCompared;

    private WholeResolution() {}

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
        List<Member> members = new ArrayList<>(records.size());
        records.forEach(record -> members.add(new Member(record, members.size(), null)));
        Map<Identifier, StoredIdentifier> identifiers = identifiers(members, new Sharing(policy));
        WholeResolution whole = new WholeResolution();
        MatchedRecords matched = matcher == null ? MatchedRecords.none() : MatchedRecords.of(members, matcher);
        whole.pairsCompared = matched.compared();
        Rules rules = new Rules(policy);
        // What shares no link, direct or indirect, has no say in each other: a component at a time takes little memory.
        List<List<RecordKey>> found = new ArrayList<>();
        for (List<Member> component : new Components(members, identifiers, matched)) {
            whole.resolve(component, identifiers, matched, rules, found);
        }
        whole.number(found, members);
        whole.review(matched);
        return whole;
    }

    /** Which of the identifiers link, by all that is said of them; nothing else of them is kept. */
    private static Map<Identifier, StoredIdentifier> identifiers(List<Member> members, Sharing sharing) {
        Map<Identifier, StoredIdentifier> identifiers = new HashMap<>();
        for (Member member : members) {
            for (Identifier identifier : member.record().identifiers()) {
                StoredIdentifier before = identifiers.getOrDefault(identifier, StoredIdentifier.absent(identifier));
                var companions =
                        sharing.with(identifier, before.companions(), sharing.companions(identifier, member.record()));
                identifiers.put(identifier, before.observedBy(member.record(), companions, null));
            }
        }
        identifiers.replaceAll(
                (identifier, state) -> bare(identifier, sharing.verdict(identifier, state.companions())));
        return identifiers;
    }

    private static StoredIdentifier bare(Identifier identifier, String suppressed) {
        SortedSet<String> none = Collections.emptySortedSet();
        return new StoredIdentifier(identifier, null, suppressed, 0, Instant.MAX, Instant.MIN, none, none, 0);
    }

    private void resolve(
            List<Member> component,
            Map<Identifier, StoredIdentifier> identifiers,
            MatchedRecords matched,
            Rules rules,
            List<List<RecordKey>> found) {
        List<StoredLink> links = new ArrayList<>();
        for (Member member : component) {
            SourceRecord record = member.record();
            record.identifiers()
                    .forEach(identifier ->
                            links.add(new StoredLink(record.key(), identifier, record.observedAt(), null, null)));
        }
        List<StoredMatch> own = matched.among(component);
        Clustering clustering =
                Clustering.of(component, identifiers, links, own, List.of(), matched.weights(component), rules);
        Map<String, HeldLink> held = new HashMap<>();
        for (HeldLink each : clustering.held()) {
            StoredLink link = clustering.linkOf(each);
            if (link == null) {
                held.put(each.link().key(), each);
            } else {
                heldLinks.add(
                        new StoredLink(link.record(), link.identifier(), link.at(), each.constraint(), each.detail()));
            }
        }
        for (StoredMatch match : own) {
            HeldLink hold = held.get(match.key());
            matches.add(hold == null ? match : match.withHeld(hold.constraint(), hold.detail()));
        }
        found.addAll(clustering.recordsInOrder());
    }

    /** In the order of their first records. */
    private void number(List<List<RecordKey>> found, List<Member> members) {
        Map<RecordKey, List<RecordKey>> byFirst = new HashMap<>();
        found.forEach(customer -> byFirst.put(customer.get(0), customer));
        for (Member member : members) {
            List<RecordKey> customer = byFirst.get(member.key());
            if (customer != null) {
                customer.forEach(record -> customerOf.put(record, customers.size()));
                customers.add(customer);
            }
        }
    }

    private void review(MatchedRecords matched) {
        for (StoredMatch pair : matched.toReview()) {
            if (customerOf(pair.left()) != customerOf(pair.right())) {
                reviews.add(pair);
            }
        }
        heldLinks.sort(Comparator.comparing(StoredLink::record).thenComparing(StoredLink::identifier));
        matches.sort(STRONGEST_FIRST);
        reviews.sort(STRONGEST_FIRST);
    }

    /** Each record in exactly one, in the order in which they came. */
    public List<List<RecordKey>> customers() {
        return customers;
    }

    /** The place of the record's customer in {@link #customers()}. */
    public int customerOf(RecordKey record) {
        return customerOf.get(record);
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
