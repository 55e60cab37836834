package io.goldenrod.resolution;

import io.goldenrod.graph.PairChanges;
import io.goldenrod.graph.PairReads;
import io.goldenrod.graph.StoredBlock;
import io.goldenrod.identity.RecordKey;
import io.goldenrod.identity.SourceRecord;
import io.goldenrod.match.Matcher;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The blocks that a batch touches, as they are after it. */
final class Blocks {

    private final PairReads graph;
    private final long recordsMax;

    /** Of the records that change: the blocks that they were in, and those that they are in. */
    private final Map<RecordKey, SortedSet<String>> before;

    private final Map<RecordKey, SortedSet<String>> after = new LinkedHashMap<>();
    private final Map<String, List<RecordKey>> entering = new TreeMap<>();
    private final Map<String, Set<RecordKey>> leaving = new TreeMap<>();
    private final Map<String, StoredBlock> stored = new HashMap<>();

    /** How many records those blocks have that the batch touches, or that were asked for later. */
    private final Map<String, Long> sizes = new HashMap<>();

    private final Map<String, Set<RecordKey>> members = new HashMap<>();
    private final Map<RecordKey, String> versions = new HashMap<>();

    private Blocks(PairReads graph, long recordsMax, Map<RecordKey, SortedSet<String>> before) {
        this.graph = graph;
        this.recordsMax = recordsMax;
        this.before = before;
    }

    /**
     * @param said the records that come or come again
     * @param there those of the records that change which were there before, the deleted ones included
     */
    static Blocks of(PairReads graph, Matcher matcher, Map<RecordKey, SourceRecord> said, Collection<RecordKey> there) {
        var blocks = new Blocks(graph, matcher.matching().blockRecordsMax(), graph.blocksOf(there));
        Map<String, String> names = new HashMap<>();
        said.forEach((key, record) -> blocks.after.put(key, sharing(names, matcher.blocks(record))));
        blocks.before.forEach((key, keys) -> keys.forEach(block -> blocks.note(block, key, false)));
        blocks.after.forEach((key, keys) -> keys.forEach(block -> blocks.note(block, key, true)));
        blocks.read();
        return blocks;
    }

    /** The same with one text for each block: those of a large batch would be most of its memory. */
    private static SortedSet<String> sharing(Map<String, String> names, SortedSet<String> blocks) {
        SortedSet<String> shared = new TreeSet<>();
        for (String block : blocks) {
            String name = names.putIfAbsent(block, block);
            shared.add(name == null ? block : name);
        }
        return shared;
    }

    private void note(String block, RecordKey record, boolean enters) {
        SortedSet<String> others = (enters ? before : after).get(record);
        if (others != null && others.contains(block)) {
            sizes.putIfAbsent(block, 0L);
        } else if (enters) {
            entering.computeIfAbsent(block, absent -> new ArrayList<>()).add(record);
        } else {
            leaving.computeIfAbsent(block, absent -> new HashSet<>()).add(record);
        }
    }

    private void read() {
        var touched = new TreeSet<>(sizes.keySet());
        touched.addAll(entering.keySet());
        touched.addAll(leaving.keySet());
        Map<String, Long> membersMax = new TreeMap<>();
        // of a block that is too large before and after nobody needs to know who is in it
        touched.forEach(block -> membersMax.put(block, recordsMax + Math.max(0, -growth(block))));
        stored.putAll(graph.blocks(membersMax));
        touched.forEach(block -> sizes.put(block, sizeBefore(block) + growth(block)));
        for (StoredBlock block : stored.values()) {
            if (block.members() != null) {
                versions.putAll(block.members());
            }
        }
    }

    private long growth(String block) {
        return entering.getOrDefault(block, List.of()).size()
                - (long) leaving.getOrDefault(block, Set.of()).size();
    }

    private long sizeBefore(String block) {
        StoredBlock known = stored.get(block);
        return known == null ? 0 : known.records();
    }

    /** The blocks of a record that comes or comes again. */
    SortedSet<String> of(RecordKey record) {
        return after.get(record);
    }

    /** Whether the block has few enough records, after the batch. */
    boolean isLive(String block) {
        long size = sizes.get(block);
        return size > 1 && size <= recordsMax;
    }

    /** The records of a live block, after the batch. */
    Set<RecordKey> members(String block) {
        return members.computeIfAbsent(block, absent -> {
            Set<RecordKey> all = new HashSet<>(entering.getOrDefault(block, List.of()));
            all.addAll(staying(block));
            return all;
        });
    }

    private List<RecordKey> staying(String block) {
        StoredBlock known = stored.get(block);
        if (known == null) {
            return List.of();
        }
        Set<RecordKey> gone = leaving.getOrDefault(block, Set.of());
        return known.members().keySet().stream()
                .filter(member -> !gone.contains(member))
                .toList();
    }

    /** Blocks that pass the limit in either direction. */
    List<String> flipped() {
        return stored.keySet().stream()
                .filter(block -> sizeBefore(block) > recordsMax != sizes.get(block) > recordsMax)
                .sorted()
                .toList();
    }

    /** The records of a flipped block that do not change themselves. */
    List<RecordKey> bystanders(String flipped) {
        return staying(flipped).stream()
                .filter(member -> !after.containsKey(member))
                .sorted()
                .toList();
    }

    /** The records by whose coming or going the block flipped. */
    Set<RecordKey> movers(String flipped) {
        Set<RecordKey> movers = new LinkedHashSet<>(entering.getOrDefault(flipped, List.of()));
        movers.addAll(leaving.getOrDefault(flipped, Set.of()));
        return movers;
    }

    /** Something that differs whenever the record says something else; null when it is in no block that was read. */
    String versionOf(RecordKey record) {
        return versions.get(record);
    }

    /** The blocks of records that do not change; afterwards it is known of each whether it is live. */
    Map<RecordKey, SortedSet<String>> look(Collection<RecordKey> bystanders) {
        Map<RecordKey, SortedSet<String>> found = graph.blocksOf(bystanders);
        Map<String, Long> unknown = new TreeMap<>();
        found.values()
                .forEach(keys -> keys.forEach(block -> {
                    if (!sizes.containsKey(block)) {
                        unknown.put(block, 0L);
                    }
                }));
        graph.blocks(unknown).forEach((key, block) -> sizes.put(key, block.records()));
        return found;
    }

    void writeTo(PairChanges changes) {
        Set<String> moved = new TreeSet<>(entering.keySet());
        moved.addAll(leaving.keySet());
        for (String block : moved) {
            changes.blocks.put(block, sizes.get(block));
            if (!stored.containsKey(block)) {
                changes.newBlocks.add(block);
            }
        }
        entering.forEach((block, records) -> records.forEach(record -> changes.entered
                .computeIfAbsent(record, absent -> new TreeSet<>())
                .add(block)));
        leaving.forEach((block, records) -> records.forEach(record -> {
            if (after.containsKey(record)) {
                changes.left.computeIfAbsent(record, absent -> new TreeSet<>()).add(block);
            }
        }));
    }
}
