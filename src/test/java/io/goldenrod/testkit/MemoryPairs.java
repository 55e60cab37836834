package io.goldenrod.testkit;

import io.goldenrod.graph.PairChanges;
import io.goldenrod.graph.PairChanges.PairHold;
import io.goldenrod.graph.PairChanges.PairWrite;
import io.goldenrod.graph.PairReads;
import io.goldenrod.graph.StoredBlock;
import io.goldenrod.graph.StoredMatch;
import io.goldenrod.graph.StoredPair;
import io.goldenrod.identity.RecordKey;
import io.goldenrod.identity.SourceRecord;
import io.goldenrod.testkit.GraphSnapshot.PairTie;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Blocks and pairs in one transaction on a copy of the graph. */
class MemoryPairs implements PairReads {

    private final MemoryGraph.State graph;

    MemoryPairs(MemoryGraph.State graph) {
        this.graph = graph;
    }

    @Override
    public Map<String, StoredBlock> blocks(Map<String, Long> membersMax) {
        Map<String, StoredBlock> found = new TreeMap<>();
        membersMax.forEach((key, max) -> {
            Set<RecordKey> members = graph.blocks.get(key);
            if (members != null) {
                found.put(key, new StoredBlock(key, members.size(), members.size() <= max ? versions(members) : null));
            }
        });
        return found;
    }

    private Map<RecordKey, String> versions(Set<RecordKey> members) {
        Map<RecordKey, String> versions = new TreeMap<>();
        members.forEach(member ->
                versions.put(member, graph.records.get(member).record().fingerprint()));
        return versions;
    }

    @Override
    public Map<RecordKey, SortedSet<String>> blocksOf(Collection<RecordKey> records) {
        Map<RecordKey, SortedSet<String>> found = new TreeMap<>();
        graph.blocks.forEach((key, members) -> {
            for (RecordKey member : members) {
                if (records.contains(member)) {
                    found.computeIfAbsent(member, absent -> new TreeSet<>()).add(key);
                }
            }
        });
        return found;
    }

    @Override
    public List<StoredPair> pairsOf(Collection<RecordKey> records) {
        return graph.pairs.values().stream()
                .map(PairTie::pair)
                .filter(pair -> records.contains(pair.left()) || records.contains(pair.right()))
                .toList();
    }

    @Override
    public List<SourceRecord> said(Collection<RecordKey> records) {
        List<SourceRecord> said = new ArrayList<>();
        for (RecordKey key : records) {
            if (graph.records.containsKey(key)) {
                said.add(graph.records.get(key).record());
            }
        }
        return said;
    }

    List<StoredMatch> matches(Collection<RecordKey> records) {
        List<StoredMatch> matches = new ArrayList<>();
        for (StoredPair pair : pairsOf(records)) {
            PairTie tie = graph.pairs.get(pair.key());
            if (pair.isMatched()) {
                matches.add(new StoredMatch(
                        pair.left(),
                        pair.right(),
                        pair.weight(),
                        tie.probability(),
                        pair.held(),
                        pair.detail(),
                        tie.model(),
                        List.of()));
            }
        }
        return matches;
    }

    void delete(RecordKey key) {
        graph.records.remove(key);
        pairsOf(List.of(key)).forEach(pair -> graph.pairs.remove(pair.key()));
        leave(key, List.copyOf(graph.blocks.keySet()));
    }

    private void leave(RecordKey key, Collection<String> blocks) {
        for (String block : blocks) {
            Set<RecordKey> members = new TreeSet<>(graph.blocks.get(block));
            members.remove(key);
            graph.blocks.put(block, members);
        }
    }

    void write(PairChanges changes) {
        for (String block : changes.newBlocks) {
            MemoryTransaction.require(graph.blocks.put(block, Set.of()) == null, "a new block is new");
        }
        changes.left.forEach(this::leave);
        changes.entered.forEach((key, blocks) -> blocks.forEach(block -> {
            Set<RecordKey> members = new TreeSet<>(graph.blocks.get(block));
            MemoryTransaction.require(members.add(key), "a record enters a block once");
            graph.blocks.put(block, members);
        }));
        changes.blocks.forEach((block, size) -> {
            MemoryTransaction.require(graph.blocks.get(block).size() == size, "a block is as large as was counted");
            if (size == 0) {
                graph.blocks.remove(block);
            }
        });
        changes.removed.forEach(pair -> graph.pairs.remove(pair.key()));
        changes.written.forEach(this::write);
        for (PairHold hold : changes.holds) {
            graph.pairs.computeIfPresent(
                    StoredPair.key(hold.left(), hold.right()),
                    (key, tie) -> with(
                            tie,
                            new StoredPair(
                                    hold.left(),
                                    hold.right(),
                                    tie.pair().kind(),
                                    tie.pair().weight(),
                                    tie.pair().rules(),
                                    hold.constraint(),
                                    hold.detail())));
        }
    }

    private static PairTie with(PairTie tie, StoredPair pair) {
        return new PairTie(pair, tie.probability(), tie.model(), tie.breakdown());
    }

    /** What holds a pair stays as it was. */
    private void write(PairWrite write) {
        StoredPair pair = write.stored();
        PairTie before = graph.pairs.get(pair.key());
        if (before != null) {
            pair = new StoredPair(
                    pair.left(),
                    pair.right(),
                    pair.kind(),
                    pair.weight(),
                    pair.rules(),
                    before.pair().held(),
                    before.pair().detail());
        }
        graph.pairs.put(pair.key(), new PairTie(pair, write.score().probability(), write.model(), write.breakdown()));
    }
}
