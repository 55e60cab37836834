package io.goldenrod.resolution;

import io.goldenrod.graph.Membership.Member;
import io.goldenrod.graph.StoredAssertion;
import io.goldenrod.graph.StoredIdentifier;
import io.goldenrod.graph.StoredLink;
import io.goldenrod.graph.StoredMatch;
import io.goldenrod.identity.Identifier;
import io.goldenrod.identity.RecordKey;
import io.goldenrod.identity.SourceRecord;
import io.goldenrod.lineage.Decision;
import io.goldenrod.match.Matcher;
import io.goldenrod.partition.Constraint;
import io.goldenrod.partition.HeldLink;
import io.goldenrod.partition.Rules;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.function.Predicate;

/**
 * What becomes of records that hang together, and with no others: their customers, and what is held.
 *
 * @param customers each record in exactly one
 * @param held links that are kept from joining
 */
public record ResolvedComponent(List<List<RecordKey>> customers, List<Held> held) {

    /**
     * A held link.
     *
     * @param key of the link
     * @param member one of its ends, {@code record:source/recordId} or an identifier
     * @param other its other end: an identifier, or {@code record:source/recordId}
     */
    public record Held(String key, String member, String other, Constraint constraint, String detail) {

        static Held of(HeldLink held, Clustering clustering) {
            StoredLink link = clustering.linkOf(held);
            StoredMatch match = clustering.matchOf(held.link());
            if (link == null && match == null) {
                return ofWord(held, clustering.assertionOf(held.link()));
            }
            return new Held(
                    held.link().key(),
                    link == null ? Decision.member(match.left()) : Decision.member(link.record()),
                    link == null
                            ? Decision.member(match.right())
                            : link.identifier().key(),
                    held.constraint(),
                    held.detail());
        }

        private static Held ofWord(HeldLink held, StoredAssertion word) {
            return new Held(held.link().key(), word.left(), word.right(), held.constraint(), held.detail());
        }
    }

    /**
     * @param records each key once
     * @param links whether an identifier links
     * @param matches those between these records
     * @param asserted what stewards said of these records and their identifiers, or more
     * @param matcher null when there is no matching
     */
    public static ResolvedComponent of(
            Collection<SourceRecord> records,
            Predicate<Identifier> links,
            Collection<StoredMatch> matches,
            Collection<StoredAssertion> asserted,
            Rules rules,
            Matcher matcher) {
        List<Member> members = new ArrayList<>();
        Map<RecordKey, Member> byKey = new HashMap<>();
        Map<Identifier, StoredIdentifier> identifiers = new HashMap<>();
        List<StoredLink> observed = new ArrayList<>();
        for (SourceRecord record : records) {
            Member member = new Member(record, members.size(), null);
            members.add(member);
            byKey.put(record.key(), member);
            for (Identifier identifier : record.identifiers()) {
                identifiers.computeIfAbsent(identifier, each -> bare(each, links.test(each)));
                observed.add(new StoredLink(record.key(), identifier, record.observedAt(), null, null));
            }
        }
        PairWeights weights = matcher == null ? null : new PairWeights(byKey, matcher.model());
        Clustering clustering = Clustering.of(members, identifiers, observed, matches, asserted, weights, rules);
        List<Held> held = clustering.held().stream()
                .map(each -> Held.of(each, clustering))
                .toList();
        return new ResolvedComponent(clustering.recordsInOrder(), held);
    }

    private static StoredIdentifier bare(Identifier identifier, boolean links) {
        SortedSet<String> none = Collections.emptySortedSet();
        String suppressed = links ? null : Sharing.NONE;
        return new StoredIdentifier(identifier, null, suppressed, 0, Instant.MAX, Instant.MIN, none, none, 0);
    }
}
