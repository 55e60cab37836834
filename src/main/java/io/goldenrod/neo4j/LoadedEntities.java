package io.goldenrod.neo4j;

import io.goldenrod.graph.Changes.LinkHold;
import io.goldenrod.graph.PairChanges.PairHold;
import io.goldenrod.graph.PairChanges.PairWrite;
import io.goldenrod.graph.StoredCustomer;
import io.goldenrod.graph.StoredIdentifier;
import io.goldenrod.graph.StoredPair;
import io.goldenrod.identity.Identifier;
import io.goldenrod.identity.RecordKey;
import io.goldenrod.identity.SourceRecord;
import io.goldenrod.lineage.Decision;
import io.goldenrod.load.GraphEntities;
import io.goldenrod.load.LoadedGraph;
import io.goldenrod.load.LoadedGraph.Departed;
import io.goldenrod.load.LoadedGraph.LoadedRecord;
import io.goldenrod.policy.Policy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * A loaded graph as the nodes and relationships that writing it with statements would leave: the same properties, made
 * by the same code, in as many as {@link ChangeWriter} and those that it works with write.
 *
 * <p>Takes about 100 bytes for each node beside the graph itself.
 */
public final class LoadedEntities implements GraphEntities {

    private final LoadedGraph graph;
    private final Policy policy;
    private final DecisionLedger ledger;
    private final Turns turns = new Turns();
    private final NodeNumbers<String> sources;
    private final NodeNumbers<String> customers;
    private final NodeNumbers<Identifier> identifiers;
    private final NodeNumbers<RecordKey> records;
    private final NodeNumbers<String> blocks;
    private final NodeNumbers<String> traces;
    private final long firstDecision;
    private final long nodes;

    /** By place of the identifier or record, the first decision that names it; 0 when none does. */
    private final long[] identifierSince;

    private final long[] recordSince;

    /** By number of the decision, the traces of members that an earlier decision named first. */
    private final Map<Long, List<Long>> names = new HashMap<>();

    private long merges;

    /**
     * @param policy by which it was loaded
     * @param at when its decisions were taken
     */
    public LoadedEntities(LoadedGraph graph, Policy policy, Instant at) {
        this.graph = graph;
        this.policy = policy;
        TreeSet<String> names = new TreeSet<>();
        graph.records.keySet().forEach(key -> names.add(key.source()));
        sources = new NodeNumbers<>(1, names);
        customers = new NodeNumbers<>(sources.end(), graph.customers.keySet());
        identifiers = new NodeNumbers<>(customers.end(), graph.identifiers.keySet());
        records = new NodeNumbers<>(identifiers.end(), graph.records.keySet());
        blocks = new NodeNumbers<>(records.end(), graph.blocks.keySet());
        firstDecision = blocks.end();
        ledger = new DecisionLedger(graph.parts, policy, at);
        traces = new NodeNumbers<>(firstDecision + ledger.size(), List.of());
        identifierSince = new long[identifiers.size()];
        recordSince = new long[records.size()];
        graph.parts.forEach(part -> turns.read(part.decisions(), part.departures(), part.first()));
        for (long seq = 1; seq <= ledger.size(); seq++) {
            note(ledger.decision(seq), seq);
        }
        nodes = traces.end();
    }

    private void note(Decision decision, long seq) {
        if (decision.kind() == Decision.Kind.MERGED) {
            merges++;
        }
        for (String member : HistoryWriter.names(decision)) {
            RecordKey key = Decision.recordOf(member);
            long[] since = key == null ? identifierSince : recordSince;
            int place = key == null ? identifiers.place(Identifier.parse(member)) : records.place(key);
            if (since[place] == 0) {
                since[place] = seq;
            } else {
                names.computeIfAbsent(seq, absent -> new ArrayList<>(1)).add(traces.add(member));
            }
        }
    }

    @Override
    public long nodes() {
        return nodes;
    }

    @Override
    public long relationshipsEstimated() {
        return identifiers.size() + 4L * records.size() + 2 * ledger.size() + 4L * blocks.size();
    }

    @Override
    public void node(long number, NodeVisitor visitor) {
        if (number == 0) {
            visitor.visit(sequence(), "Sequence");
        } else if (number < sources.end()) {
            visitor.visit(Map.of("name", sources.at(number)), "Source");
        } else if (number < customers.end()) {
            customer(customers.at(number), visitor);
        } else if (number < identifiers.end()) {
            identifier(identifiers.at(number), visitor);
        } else if (number < records.end()) {
            record(records.at(number), visitor);
        } else if (number < blocks.end()) {
            String key = blocks.at(number);
            visitor.visit(Map.of("key", key, "records", graph.blocks.get(key)), "BlockingKey");
        } else if (number < traces.first()) {
            visitor.visit(DecisionWriter.properties(ledger.chained(number - firstDecision + 1)), "Decision");
        } else {
            visitor.visit(Map.of("key", traces.at(number)), "Trace");
        }
    }

    private Map<String, Object> sequence() {
        Map<String, Object> properties = new HashMap<>();
        properties.put("name", "main");
        properties.put("records", (long) records.size());
        properties.put("decisions", ledger.size());
        properties.put("merges", merges);
        properties.put("historyFrom", 1L);
        properties.put("head", ledger.head());
        properties.put("decidedAt", StoredNodes.time(ledger.at()));
        return properties;
    }

    private void customer(String id, NodeVisitor visitor) {
        StoredCustomer customer = graph.customers.get(id);
        Departed departed = graph.departed.get(id);
        Map<String, Object> properties = StoredNodes.customer(customer, policy);
        properties.put("status", departed == null ? "ACTIVE" : departed.status());
        properties.put("since", turns.birth(id));
        properties.put("turns", turns.lines().get(id));
        if (departed == null) {
            visitor.visit(properties, "Customer");
        } else {
            visitor.visit(properties, "Customer", "Former");
        }
    }

    private void identifier(Identifier identifier, NodeVisitor visitor) {
        Map<String, Object> properties = StoredNodes.newIdentifier(graph.identifiers.get(identifier));
        properties.put("since", known(identifierSince[identifiers.place(identifier)]));
        visitor.visit(properties, "Identifier");
    }

    private void record(RecordKey key, NodeVisitor visitor) {
        LoadedRecord loaded = graph.records.get(key);
        Map<String, Object> properties = StoredNodes.record(loaded.write());
        long since = recordSince[records.place(key)];
        LoadedGraph.Part part = graph.parts.get(loaded.part());
        boolean namedAtOnce =
                since >= part.first() && since < part.first() + part.decisions().size();
        properties.put("since", known(since));
        properties.put("from", namedAtOnce ? null : (Long) part.first());
        visitor.visit(properties, "Record");
    }

    private static Long known(long seq) {
        return seq == 0 ? null : (Long) seq;
    }

    @Override
    public void relationships(long number, RelationshipVisitor visitor) {
        if (number < sources.end()) {
            return;
        }
        if (number < customers.end()) {
            fromCustomer(customers.at(number), visitor);
        } else if (number < identifiers.end()) {
            StoredIdentifier state = graph.identifiers.get(identifiers.at(number));
            if (state.customer() != null) {
                visitor.visit("RESOLVED_TO", customers.number(state.customer()), Map.of());
            }
        } else if (number < records.end()) {
            fromRecord(graph.records.get(records.at(number)), visitor);
        } else if (number >= firstDecision && number < traces.first()) {
            fromDecision(number - firstDecision + 1, visitor);
        }
    }

    private void fromCustomer(String id, RelationshipVisitor visitor) {
        Departed departed = graph.departed.get(id);
        if (departed != null) {
            departed.into().forEach((survivor, into) -> {
                Map<String, Object> properties = new HashMap<>();
                properties.put("founder", into.founder());
                properties.put("decision", into.decision());
                visitor.visit("MERGED_INTO", customers.number(survivor), properties);
            });
        }
        turns.wentTo(id).forEach(other -> visitor.visit("WENT_TO", customers.number(other), Map.of()));
    }

    private void fromRecord(LoadedRecord loaded, RelationshipVisitor visitor) {
        SourceRecord record = loaded.write().record();
        RecordKey key = record.key();
        if (loaded.write().customer() != null) {
            visitor.visit("RESOLVED_TO", customers.number(loaded.write().customer()), Map.of());
        }
        Map<Identifier, LinkHold> holds = graph.holds.getOrDefault(key, Map.of());
        for (Identifier identifier : record.identifiers()) {
            Map<String, Object> properties = new HashMap<>();
            properties.put("at", StoredNodes.time(record.observedAt()));
            LinkHold hold = holds.get(identifier);
            if (hold != null) {
                properties.put("held", hold.constraint().name());
                properties.put("detail", hold.detail());
            }
            visitor.visit("OBSERVED", identifiers.number(identifier), properties);
        }
        Collection<String> entered = graph.blocksOf.get(key);
        if (entered != null) {
            entered.forEach(block -> visitor.visit("BLOCKED_BY", blocks.number(block), Map.of()));
        }
        for (PairWrite pair : graph.pairs.getOrDefault(key, List.of())) {
            Map<String, Object> properties = new HashMap<>(PairWriter.properties(pair));
            PairHold hold = graph.pairHolds.getOrDefault(key, Map.of()).get(pair.right());
            if (hold != null) {
                properties.put("held", hold.constraint().name());
                properties.put("detail", hold.detail());
            }
            boolean matched = pair.kind() == StoredPair.Kind.MATCHED;
            visitor.visit(matched ? "MATCHED" : "POSSIBLE_MATCH", records.number(pair.right()), properties);
        }
    }

    private void fromDecision(long seq, RelationshipVisitor visitor) {
        Decision decision = ledger.decision(seq);
        for (String id : new String[] {decision.customer(), decision.other()}) {
            if (id != null && customers.contains(id)) {
                visitor.visit("CONCERNS", customers.number(id), Map.of());
            }
        }
        names.getOrDefault(seq, List.of()).forEach(trace -> visitor.visit("NAMES", trace, Map.of()));
    }
}
