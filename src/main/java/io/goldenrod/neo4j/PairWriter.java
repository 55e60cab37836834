package io.goldenrod.neo4j;

import io.goldenrod.graph.PairChanges;
import io.goldenrod.graph.PairChanges.PairHold;
import io.goldenrod.graph.PairChanges.PairWrite;
import io.goldenrod.graph.StoredPair;
import io.goldenrod.identity.RecordKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;

/** Writes what a batch does to blocks and pairs, once its records are there. */
final class PairWriter {

    private final StatementRunner runner;

    PairWriter(StatementRunner runner) {
        this.runner = runner;
    }

    void write(PairChanges changes) {
        writeBlocks(changes);
        List<Object> removed = new ArrayList<>();
        for (StoredPair pair : changes.removed) {
            removed.add(ends(pair.left(), pair.right()));
        }
        run(MatchingStatement.REMOVE_PAIRS, "rows", removed);
        List<Object> matches = new ArrayList<>();
        List<Object> possible = new ArrayList<>();
        for (PairWrite pair : changes.written) {
            Map<String, Object> row = ends(pair.left(), pair.right());
            row.put("properties", properties(pair));
            (pair.kind() == StoredPair.Kind.MATCHED ? matches : possible).add(row);
        }
        run(MatchingStatement.WRITE_MATCHES, "rows", matches);
        run(MatchingStatement.WRITE_POSSIBLE_MATCHES, "rows", possible);
        List<Object> holds = new ArrayList<>();
        for (PairHold hold : changes.holds) {
            Map<String, Object> row = ends(hold.left(), hold.right());
            row.put("held", hold.constraint() == null ? null : hold.constraint().name());
            row.put("detail", hold.detail());
            holds.add(row);
        }
        run(MatchingStatement.HOLD_MATCHES, "rows", holds);
    }

    /** What its relationship says, unless it is held. */
    static Map<String, Object> properties(PairWrite pair) {
        return Map.of(
                "weight", pair.score().weight(),
                "probability", pair.score().probability(),
                "rules", List.copyOf(pair.rules()),
                "model", pair.model(),
                "breakdown", pair.breakdown());
    }

    private void writeBlocks(PairChanges changes) {
        Set<String> isNew = new HashSet<>(changes.newBlocks);
        List<Object> created = new ArrayList<>();
        List<Object> counted = new ArrayList<>();
        List<String> emptied = new ArrayList<>();
        changes.blocks.forEach((key, records) -> {
            if (records == 0) {
                emptied.add(key);
            } else {
                (isNew.contains(key) ? created : counted).add(Map.of("key", key, "records", records));
            }
        });
        run(MatchingStatement.CREATE_BLOCKS, "rows", created);
        run(MatchingStatement.COUNT_BLOCKS, "rows", counted);
        run(MatchingStatement.LEAVE_BLOCKS, "rows", rows(changes.left));
        run(MatchingStatement.ENTER_BLOCKS, "rows", rows(changes.entered));
        run(MatchingStatement.REMOVE_BLOCKS, "keys", emptied);
    }

    private static List<Object> rows(Map<RecordKey, SortedSet<String>> blocksOf) {
        List<Object> rows = new ArrayList<>();
        blocksOf.forEach(
                (record, blocks) -> rows.add(Map.of("record", record.toString(), "blocks", List.copyOf(blocks))));
        return rows;
    }

    private static Map<String, Object> ends(RecordKey left, RecordKey right) {
        Map<String, Object> row = new HashMap<>();
        row.put("left", left.toString());
        row.put("right", right.toString());
        return row;
    }

    private void run(MatchingStatement statement, String parameter, Collection<?> rows) {
        if (!rows.isEmpty()) {
            runner.run(statement, Map.of(parameter, rows));
        }
    }
}
