package io.goldenrod.partition;

import io.goldenrod.identity.Identifier;
import io.goldenrod.identity.SourceRecord;
import io.goldenrod.policy.IdentifierType;
import io.goldenrod.policy.Linking;
import io.goldenrod.policy.Matching;
import io.goldenrod.policy.Policy;
import io.goldenrod.policy.Veto;
import io.goldenrod.policy.Window;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** A policy's constraints, as the partition needs them. */
public final class Rules {

    /** A full date, {@code 1990-05-12}: a year or a month alone contradicts nothing. */
    private static final int FULL_DATE_LENGTH = 10;

    private final Policy policy;
    private final Map<String, LinkClass> classes = new HashMap<>();
    private final LinkClass matched;
    private final Map<String, Veto> vetoes = new HashMap<>();

    public Rules(Policy policy) {
        this.policy = policy;
        int strongest = 0;
        for (IdentifierType type : policy.types()) {
            if (type.linking() != Linking.NONE) {
                boolean weak = type.linking() == Linking.WEAK;
                // doubled, so that the matched links find a place between any two of them
                int rank = 2 * type.priority();
                classes.put(type.name(), new LinkClass(type.name(), rank, weak, false, false, type.contested()));
                strongest = weak ? strongest : Math.max(strongest, rank);
            }
        }
        matched = LinkClass.matched(strongest + 1, chain() != null);
        for (Veto veto : policy.vetoes()) {
            vetoes.put(veto.attribute(), veto);
        }
    }

    public Policy policy() {
        return policy;
    }

    /** The class of links over an identifier type, or null when the type does not link. */
    public LinkClass linkClass(String identifierType) {
        return classes.get(identifierType);
    }

    /** The class of links between records that match. */
    public LinkClass matched() {
        return matched;
    }

    /** The guard against chains of near matches; null when there is none. */
    Matching.Chain chain() {
        return policy.matching() == null ? null : policy.matching().chain();
    }

    public int maxLinks() {
        return policy.maxComponentLinks();
    }

    /** What constraints need to know of a record: its values of veto attributes. */
    public Traits traits(SourceRecord record) {
        TreeMap<String, SortedSet<String>> claims = null;
        for (String attribute : vetoes.keySet()) {
            String value = record.comparable(attribute);
            if (value != null && !(attribute.endsWith("Date") && value.length() < FULL_DATE_LENGTH)) {
                claims = claims == null ? new TreeMap<>() : claims;
                claims.computeIfAbsent(attribute, absent -> new TreeSet<>()).add(value);
            }
        }
        return claims == null ? Traits.NONE : new Traits(false, new TreeMap<>(), claims);
    }

    /** What constraints need to know of a linking identifier that was observed at these times. */
    public Traits traits(Identifier identifier, Collection<Instant> observedAt) {
        IdentifierType type = policy.type(identifier.type());
        boolean known = type.linking() == Linking.STRONG;
        if (type.maxPerCustomer() == 0) {
            return known ? Traits.KNOWN : Traits.NONE;
        }
        var counts = new TreeMap<String, Integer>();
        if (type.window() == Window.EVER) {
            counts.put(type.name(), 1);
        } else {
            observedAt.forEach(
                    at -> counts.put(type.name() + "@" + type.window().spanOf(at), 1));
        }
        return new Traits(known, counts, new TreeMap<>());
    }

    /** How many distinct values a bucket of {@link Traits#counts()} may hold. */
    int maxIn(String bucket) {
        int at = bucket.indexOf('@');
        IdentifierType type = policy.type(at < 0 ? bucket : bucket.substring(0, at));
        return type == null || type.maxPerCustomer() == 0 ? Integer.MAX_VALUE : type.maxPerCustomer();
    }

    boolean contradicts(String attribute, String left, String right) {
        Veto veto = vetoes.get(attribute);
        return veto != null && veto.contradicts(left, right);
    }

    /** Whether a cluster stands beyond what the constraints allow, as only a steward's word can bring about. */
    public boolean isExceeded(Traits cluster) {
        for (Map.Entry<String, Integer> count : cluster.counts().entrySet()) {
            if (count.getValue() > maxIn(count.getKey())) {
                return true;
            }
        }
        for (Map.Entry<String, SortedSet<String>> claim : cluster.claims().entrySet()) {
            var values = claim.getValue().toArray(String[]::new);
            for (int i = 0; i < values.length; i++) {
                for (int j = 0; j < i; j++) {
                    if (contradicts(claim.getKey(), values[i], values[j])) {
                        return true;
                    }
                }
            }
        }
        return false;
    }
}
