package io.goldenrod.resolution;

import io.goldenrod.graph.ResolutionStore.Seen;
import io.goldenrod.graph.ResolutionStore.Transaction;
import io.goldenrod.graph.StoredIdentifier;
import io.goldenrod.identity.Identifier;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Counts identifiers anew of which records were taken away: from what is kept of them, with a question about what these
 * records alone may have said, so that one record of a million costs no more than one of ten. All records are counted
 * only where what is kept cannot tell: when the first or the last observation went, or one of more companions than are
 * kept.
 */
final class Recount {

    private final Transaction transaction;
    private final Sharing sharing;
    private final boolean settled;
    private final Map<Identifier, List<Loss>> losses = new TreeMap<>();

    /** @param settled whether what is kept of identifiers was counted by the policy in force */
    Recount(Transaction transaction, Sharing sharing, boolean settled) {
        this.transaction = transaction;
        this.sharing = sharing;
        this.settled = settled;
    }

    /**
     * That a record does not say any more what it said.
     *
     * @param at when it was observed
     * @param source of the record
     * @param companions that it counted for
     * @param carries whether it still carries the identifier, in a version at least as new
     */
    record Loss(Instant at, String source, SortedSet<String> companions, boolean carries) {}

    void lose(Identifier identifier, Loss loss) {
        losses.computeIfAbsent(identifier, absent -> new ArrayList<>()).add(loss);
    }

    SortedSet<Identifier> identifiers() {
        return new TreeSet<>(losses.keySet());
    }

    /**
     * The identifiers as they are now; absent when no record carries them.
     *
     * @param before as they were
     * @param after those of them that records of the same batch carry, as if nothing had been lost
     */
    Map<Identifier, StoredIdentifier> count(
            Map<Identifier, StoredIdentifier> before, Map<Identifier, StoredIdentifier> after) {
        Map<Identifier, Seen> asked = new TreeMap<>();
        losses.forEach((identifier, lost) -> {
            StoredIdentifier old = before.get(identifier);
            if (settled && old != null && isEnough(old, after.getOrDefault(identifier, old), lost)) {
                asked.put(identifier, asked(old, lost));
            }
        });
        Map<Identifier, StoredIdentifier> counted = new HashMap<>();
        transaction.stillSeen(asked).forEach((identifier, still) -> {
            StoredIdentifier old = before.get(identifier);
            StoredIdentifier state = after.getOrDefault(identifier, old);
            StoredIdentifier less = without(old, state, losses.get(identifier), asked.get(identifier), still);
            if (less != null) {
                counted.put(identifier, less);
            }
        });
        SortedSet<Identifier> unsure = identifiers();
        unsure.removeAll(counted.keySet());
        counted.putAll(transaction.recount(unsure));
        return counted;
    }

    /** Whether some record is left, and neither the first nor the last observation went. */
    private static boolean isEnough(StoredIdentifier old, StoredIdentifier now, List<Loss> lost) {
        long gone = lost.stream().filter(loss -> !loss.carries()).count();
        return now.records() > gone
                && lost.stream()
                        .allMatch(loss -> loss.at().isAfter(old.firstSeen())
                                && (loss.carries() || loss.at().isBefore(old.lastSeen())));
    }

    private static Seen asked(StoredIdentifier old, List<Loss> lost) {
        var sources = new TreeSet<String>();
        var companions = new TreeSet<String>();
        for (Loss loss : lost) {
            if (!loss.carries()) {
                sources.add(loss.source());
            }
            companions.addAll(loss.companions());
        }
        // what is not kept lies beyond what is, and goes without a trace
        companions.retainAll(old.companions());
        return Sharing.seen(sources, companions);
    }

    /** Null when what is kept cannot tell. */
    private StoredIdentifier without(
            StoredIdentifier old, StoredIdentifier now, List<Loss> lost, Seen asked, Seen still) {
        SortedSet<String> gone = Sharing.lines(asked);
        gone.removeAll(Sharing.lines(still));
        for (String line : gone) {
            if (!sharing.isWhole(old.identifier(), old.companions(), line)
                    || !sharing.isWhole(old.identifier(), now.companions(), line)) {
                return null;
            }
        }
        var companions = new TreeSet<>(now.companions());
        companions.removeAll(gone);
        var sources = new TreeSet<>(now.sources());
        sources.removeAll(asked.sources());
        sources.addAll(still.sources());
        long records =
                now.records() - lost.stream().filter(loss -> !loss.carries()).count();
        return new StoredIdentifier(
                now.identifier(),
                now.customer(),
                now.suppressed(),
                records,
                now.firstSeen(),
                now.lastSeen(),
                sources,
                companions,
                now.held());
    }
}
