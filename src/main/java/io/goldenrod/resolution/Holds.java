package io.goldenrod.resolution;

import io.goldenrod.graph.Changes;
import io.goldenrod.graph.Changes.LinkHold;
import io.goldenrod.graph.PairChanges.PairHold;
import io.goldenrod.graph.ResolutionStore.Detached;
import io.goldenrod.graph.StoredIdentifier;
import io.goldenrod.graph.StoredLink;
import io.goldenrod.graph.StoredMatch;
import io.goldenrod.graph.StoredPair;
import io.goldenrod.identity.Identifier;
import io.goldenrod.identity.RecordKey;
import io.goldenrod.lineage.Decision.Kind;
import io.goldenrod.partition.Constraint;
import io.goldenrod.partition.HeldLink;
import io.goldenrod.partition.Rules;
import io.goldenrod.resolution.Repartition.Waiting;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Which links are held now and were not, or are held no more. */
final class Holds {

    private final Closure closure;
    private final Changes changes;
    private final Naming naming;
    private final Said said;

    Holds(Closure closure, Changes changes, Naming naming, Said said) {
        this.closure = closure;
        this.changes = changes;
        this.naming = naming;
        this.said = said;
    }

    void decide(Clustering clustering) {
        Map<String, HeldLink> held = new HashMap<>();
        Map<Identifier, Long> counts = new HashMap<>();
        for (HeldLink link : clustering.held()) {
            held.put(link.link().key(), link);
            StoredLink observed = clustering.linkOf(link);
            if (observed != null) {
                counts.merge(observed.identifier(), 1L, Long::sum);
            }
        }
        releaseDetached();
        releaseRemoved(clustering.rules());
        closure.matches.values().forEach(match -> compare(match, held.get(match.key()), clustering.rules()));
        for (StoredLink link : closure.links.values()) {
            if (closure.identifiers.get(link.identifier()).suppressed() == null) {
                compare(link, held.get(link.key()));
            }
        }
        for (StoredIdentifier identifier : closure.identifiers.values()) {
            long count = counts.getOrDefault(identifier.identifier(), 0L);
            if (identifier.suppressed() == null && count != identifier.held()) {
                String customer = naming.customerOf(identifier.identifier());
                changes.identifiers.put(
                        identifier.identifier(),
                        identifier.withCustomer(customer).withHeld(count));
            }
        }
    }

    /** Held links that went with their record. Those of a suppressed identifier ended with its suppression. */
    private void releaseDetached() {
        for (Waiting each : said.waiting()) {
            Detached before = said.before(each);
            if (before != null) {
                new TreeMap<>(before.held()).forEach((identifier, constraint) -> {
                    var link = new StoredLink(before.key(), identifier, before.observedAt(), constraint, null);
                    StoredIdentifier now = said.identifiers().get(identifier);
                    boolean suppressed = now != null && now.suppressed() != null;
                    if (!closure.links.containsKey(link.key()) && !suppressed) {
                        decideReleased(Cause.of(link), constraint, each.stored().customer());
                    }
                });
            }
        }
    }

    /** Held matches that are none any more. */
    private void releaseRemoved(Rules rules) {
        for (StoredPair pair : said.pairsRemoved()) {
            if (pair.held() != null) {
                decideReleased(Cause.of(pair, rules), pair.held(), customerOf(pair));
            }
        }
    }

    /** Of either record; of the one that was, when both were deleted. */
    private String customerOf(StoredPair pair) {
        String left = naming.customerOf(pair.left());
        String either = left == null ? naming.customerOf(pair.right()) : left;
        return either == null ? said.customerBefore(pair.left()) : either;
    }

    private void compare(StoredMatch match, HeldLink now, Rules rules) {
        Constraint constraint = now == null ? null : now.constraint();
        String detail = now == null ? null : now.detail();
        if (constraint != match.held() || !Objects.equals(detail, match.detail())) {
            changes.pairs.holds.add(new PairHold(match.left(), match.right(), constraint, detail));
        }
        if (constraint == match.held()) {
            return;
        }
        Cause link = Cause.of(match, match.left(), rules);
        String customer = naming.customerOf(match.left());
        if (constraint == null) {
            decideReleased(link, match.held(), customer);
        } else {
            String why = detail + "; " + link.detail();
            changes.decisions.add(said.requests().decision(Kind.HELD, customer, link, constraint.name(), why));
        }
    }

    private void compare(StoredLink link, HeldLink now) {
        RecordKey record = link.record();
        Constraint before = heldBefore(link);
        String customer = naming.customerOf(record);
        if (now == null) {
            if (link.held() != null) {
                changes.holds.add(new LinkHold(record, link.identifier(), null, null));
            }
            if (before != null) {
                decideReleased(Cause.of(link), before, customer);
            }
            return;
        }
        if (now.constraint() != link.held() || !now.detail().equals(link.detail())) {
            changes.holds.add(new LinkHold(record, link.identifier(), now.constraint(), now.detail()));
        }
        if (now.constraint() != before) {
            String constraint = now.constraint().name();
            changes.decisions.add(
                    said.requests().decision(Kind.HELD, customer, Cause.of(link), constraint, now.detail()));
        }
    }

    /** A replaced record's links are written anew, but what held them may hold them still. */
    private Constraint heldBefore(StoredLink link) {
        Detached detached = said.detached().get(link.record());
        return detached == null ? link.held() : detached.held().get(link.identifier());
    }

    private void decideReleased(Cause link, Constraint constraint, String customer) {
        changes.decisions.add(said.requests().decision(Kind.RELEASED, customer, link, constraint.name(), null));
    }
}
