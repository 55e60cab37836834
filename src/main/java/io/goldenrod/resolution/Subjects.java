package io.goldenrod.resolution;

import io.goldenrod.graph.PairReads;
import io.goldenrod.identity.RecordKey;
import io.goldenrod.identity.SourceRecord;
import io.goldenrod.match.MatchModel;
import io.goldenrod.match.Subject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Records as the model sees them: those of the batch, and those that are read to be compared with them. */
final class Subjects {

    /** Records read at once. */
    private static final int READ_MAX = 5_000;

    private final PairReads graph;
    private final MatchModel model;
    private final Map<RecordKey, SourceRecord> said;
    private final Blocks blocks;
    private final SubjectCache cache;
    private final Map<RecordKey, Subject> own = new HashMap<>();
    private final Map<RecordKey, Subject> loaded = new HashMap<>();

    Subjects(PairReads graph, MatchModel model, Map<RecordKey, SourceRecord> said, Blocks blocks, SubjectCache cache) {
        this.blocks = blocks;
        this.cache = cache;
        this.graph = graph;
        this.model = model;
        this.said = said;
    }

    /** Reads what is not there yet, and forgets what was read before. */
    void load(Collection<RecordKey> records) {
        loaded.keySet().retainAll(records);
        List<RecordKey> missing = new ArrayList<>();
        for (RecordKey record : records) {
            if (said.containsKey(record) || loaded.containsKey(record)) {
                continue;
            }
            Subject known = cache.find(record, blocks.versionOf(record));
            if (known == null) {
                missing.add(record);
            } else {
                loaded.put(record, known);
            }
        }
        for (int from = 0; from < missing.size(); from += READ_MAX) {
            List<RecordKey> some = missing.subList(from, Math.min(missing.size(), from + READ_MAX));
            for (SourceRecord record : graph.said(some)) {
                Subject subject = model.subject(record);
                loaded.put(record.key(), subject);
                cache.keep(subject, blocks.versionOf(record.key()));
            }
        }
    }

    /** Of the batch, or loaded last. */
    Subject of(RecordKey record) {
        Subject known = own.get(record);
        if (known != null) {
            return known;
        }
        SourceRecord ours = said.get(record);
        return ours == null ? loaded.get(record) : own.computeIfAbsent(record, absent -> model.subject(ours));
    }
}
