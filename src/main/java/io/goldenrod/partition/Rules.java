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
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A policy's constraints, as the partition needs them. */
public final class Rules {

    /** A full date, {@code 1990-05-12}: a year or a month alone contradicts nothing. */
    private static final int FULL_DATE_LENGTH = 10;

    private static final String GIVEN_NAME = "givenName";
    private static final String GIVEN_NAME_PREFIX = "given:";

    /** No normalised value holds a control character. */
    private static final String VALUE_SEPARATOR = "\u001f";

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
            vetoes.put(veto.name(), veto);
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

    /** What constraints need to know of a record: its values of a veto's attributes, if it has them all. */
    public Traits traits(SourceRecord record) {
        TreeMap<String, SortedSet<String>> claims = null;
        for (Veto veto : vetoes.values()) {
            String claim = claim(veto, record);
            if (claim != null) {
                claims = claims == null ? new TreeMap<>() : claims;
                claims.put(veto.name(), new TreeSet<>(List.of(claim)));
            }
        }
        return claims == null ? Traits.NONE : new Traits(false, new TreeMap<>(), claims);
    }

    private static String claim(Veto veto, SourceRecord record) {
        String claim = null;
        for (Veto.Part part : veto.parts()) {
            String attribute = part.attribute();
            String value = record.comparable(attribute);
            if (value == null && attribute.equals(GIVEN_NAME)) {
                value = givenName(record);
            }
            if (value == null || attribute.endsWith("Date") && value.length() < FULL_DATE_LENGTH) {
                return null;
            }
            claim = claim == null ? value : claim + VALUE_SEPARATOR + value;
        }
        return claim;
    }

    /** As the full name says it. */
    private static String givenName(SourceRecord record) {
        for (String name : record.names()) {
            if (name.startsWith(GIVEN_NAME_PREFIX)) {
                return name.substring(GIVEN_NAME_PREFIX.length());
            }
        }
        return null;
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

    /** Whether two claims under one veto cannot both be true of one person. Symmetric. */
    boolean contradicts(String name, String left, String right) {
        Veto veto = vetoes.get(name);
        if (veto == null || left.equals(right)) {
            return false;
        }
        String[] ours = left.split(VALUE_SEPARATOR);
        String[] theirs = right.split(VALUE_SEPARATOR);
        if (ours.length != veto.parts().size() || theirs.length != ours.length) {
            return false;
        }
        for (int i = 0; i < ours.length; i++) {
            Veto.Tolerance tolerance = veto.parts().get(i).tolerance();
            boolean contradicted = tolerance == Veto.Tolerance.NAME
                    ? GivenNames.areClearlyDifferent(ours[i], theirs[i])
                    : Veto.contradict(ours[i], theirs[i], tolerance);
            if (!contradicted) {
                return false;
            }
        }
        return true;
    }

    /** The attributes of a veto, for people. */
    String attributesOf(String veto) {
        return vetoes.get(veto).parts().stream().map(Veto.Part::attribute).collect(Collectors.joining(" and "));
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
