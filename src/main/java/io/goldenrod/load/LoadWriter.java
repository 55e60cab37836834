package io.goldenrod.load;

import static io.goldenrod.load.LoadTransaction.requireNone;

import io.goldenrod.graph.Changes;
import io.goldenrod.graph.Changes.Departure;
import io.goldenrod.graph.Changes.LinkHold;
import io.goldenrod.graph.PairChanges;
import io.goldenrod.graph.PairChanges.PairHold;
import io.goldenrod.graph.StoredIdentifier;
import io.goldenrod.identity.Identifier;
import io.goldenrod.lineage.Decision;
import io.goldenrod.lineage.Decision.Kind;
import io.goldenrod.load.LoadedGraph.Departed;
import io.goldenrod.load.LoadedGraph.Into;
import io.goldenrod.load.LoadedGraph.LoadedRecord;
import io.goldenrod.load.LoadedGraph.Part;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts what is written into the graph in memory, in the order in which a store does. */
final class LoadWriter {

    private final LoadedGraph graph;

    LoadWriter(LoadedGraph graph) {
        this.graph = graph;
    }

    void write(Changes changes) {
        requireNone(changes.replacedRecords, "replace records");
        requireNone(changes.pins, "pin values");
        requireNone(changes.freed.isEmpty() ? Map.of() : graph.holds, "free what was held");
        long first = graph.next();
        int part = graph.parts.size();
        graph.parts.add(new Part(first, List.copyOf(changes.decisions), List.copyOf(changes.departures)));
        changes.restored.forEach(graph.departed::remove);
        graph.customers.putAll(changes.customers);
        changes.identifiers.forEach(this::put);
        changes.newRecords.forEach(write -> graph.records.put(write.record().key(), new LoadedRecord(write, part)));
        merge(changes.merges);
        depart(changes, mergeDecisions(changes.decisions, first));
        changes.recordMoves.forEach((key, customer) ->
                graph.records.computeIfPresent(key, (same, loaded) -> loaded.withCustomer(customer)));
        changes.identifierMoves.forEach((identifier, customer) ->
                graph.identifiers.computeIfPresent(identifier, (same, state) -> state.withCustomer(customer)));
        changes.holds.forEach(this::hold);
        write(changes.pairs);
    }

    /** Whose an identifier is, only a move changes. */
    private void put(Identifier identifier, StoredIdentifier state) {
        StoredIdentifier before = graph.identifiers.get(identifier);
        graph.identifiers.put(identifier, before == null ? state : state.withCustomer(before.customer()));
    }

    private void merge(Map<String, String> merges) {
        if (merges.isEmpty()) {
            return;
        }
        graph.records.replaceAll((key, loaded) -> {
            String survivor = merges.get(loaded.write().customer());
            return survivor == null ? loaded : loaded.withCustomer(survivor);
        });
        graph.identifiers.replaceAll((identifier, state) -> {
            String survivor = merges.get(state.customer());
            return survivor == null ? state : state.withCustomer(survivor);
        });
    }

    private static Map<String, Long> mergeDecisions(List<Decision> decisions, long first) {
        Map<String, Long> merges = new HashMap<>();
        for (int i = 0; i < decisions.size(); i++) {
            if (decisions.get(i).kind() == Kind.MERGED) {
                merges.put(decisions.get(i).other(), first + i);
            }
        }
        return merges;
    }

    private void depart(Changes changes, Map<String, Long> mergeDecisions) {
        List<Departure> all = new ArrayList<>();
        changes.merges.forEach((id, survivor) -> all.add(new Departure(id, List.of(survivor))));
        all.addAll(changes.departures);
        redirect(all);
        for (Departure each : all) {
            Map<String, Into> into = new LinkedHashMap<>();
            for (String survivor : each.survivors()) {
                into.put(survivor, new Into(into.isEmpty(), mergeDecisions.get(each.id())));
            }
            graph.departed.put(each.id(), new Departed(into.isEmpty() ? "RETIRED" : "MERGED", into));
        }
    }

    /** One hop always: what answered with a customer that departs answers with the first that it goes to. */
    private void redirect(List<Departure> departures) {
        Map<String, String> next = new HashMap<>();
        for (Departure each : departures) {
            if (!each.survivors().isEmpty()) {
                next.put(each.id(), each.survivors().get(0));
            }
        }
        if (next.isEmpty()) {
            return;
        }
        for (Departed former : graph.departed.values()) {
            for (String id : List.copyOf(former.into().keySet())) {
                String survivor = next.get(id);
                if (survivor != null) {
                    Into old = former.into().remove(id);
                    former.into()
                            .merge(
                                    survivor,
                                    old,
                                    (there, came) -> new Into(there.founder() || came.founder(), there.decision()));
                }
            }
        }
    }

    private void hold(LinkHold hold) {
        if (hold.constraint() != null) {
            graph.holds
                    .computeIfAbsent(hold.record(), absent -> new HashMap<>())
                    .put(hold.identifier(), hold);
        }
    }

    private void write(PairChanges changes) {
        requireNone(changes.left, "take records out of blocks");
        requireNone(changes.removed, "remove pairs");
        if (graph.blocks.isEmpty()) {
            graph.blocks.putAll(changes.blocks);
            graph.blocksOf.putAll(changes.entered);
            changes.written.forEach(pair -> graph.pairs
                    .computeIfAbsent(pair.left(), absent -> new ArrayList<>(2))
                    .add(pair));
        } else {
            requireNone(changes.blocks, "write blocks twice");
            requireNone(changes.written, "write pairs twice");
        }
        for (PairHold hold : changes.holds) {
            if (hold.constraint() != null) {
                graph.pairHolds
                        .computeIfAbsent(hold.left(), absent -> new HashMap<>())
                        .put(hold.right(), hold);
            }
        }
    }
}
