package io.goldenrod.quality;

import io.goldenrod.identity.RawRecord;
import io.goldenrod.identity.RecordKey;
import io.goldenrod.identity.SourceRecord;
import io.goldenrod.ingest.ParsedRecord;
import io.goldenrod.ingest.file.RecordSource;
import io.goldenrod.ingest.file.SourceLine;
import io.goldenrod.normalize.FieldProblem;
import io.goldenrod.normalize.NormalizedRecord;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;

/**
 * The records of files, made comparable and held in memory. Of several statements of one record the newest counts; what
 * was refused is told.
 */
public final class RecordsRead {

    private static final int REFUSALS_SHOWN_MAX = 10;

    private final BiFunction<RawRecord, Instant, NormalizedRecord> normalizer;
    private final Instant arrival;
    private final Map<RecordKey, SourceRecord> records = new LinkedHashMap<>();
    private final Set<RecordKey> refusedKeys = new LinkedHashSet<>();
    private final List<Refusal> refusals = new ArrayList<>();
    private final Map<String, Long> warnings = new TreeMap<>();
    private long lines;
    private long refused;

    /** A refused line of a file. */
    public record Refusal(String file, long line, FieldProblem problem) {}

    /** @param arrival when all records count as taken in; dates after it lie in the future */
    public RecordsRead(BiFunction<RawRecord, Instant, NormalizedRecord> normalizer, Instant arrival) {
        this.normalizer = normalizer;
        this.arrival = arrival;
    }

    /** Takes the records of a file. */
    public void add(String file, RecordSource source) throws IOException {
        for (SourceLine line = source.next(); line != null; line = source.next()) {
            add(file, line.number(), line.parsed());
        }
    }

    /** Takes one line of a file; the record, or null when it was refused. */
    SourceRecord add(String file, long line, ParsedRecord parsed) {
        lines++;
        if (parsed instanceof ParsedRecord.Refused no) {
            refuse(file, line, no.problems());
            return null;
        }
        RawRecord raw = ((ParsedRecord.Read) parsed).record();
        NormalizedRecord normalized = normalizer.apply(raw, arrival);
        if (!(normalized instanceof NormalizedRecord.Accepted yes)) {
            refuse(file, line, ((NormalizedRecord.Refused) normalized).errors());
            keyOf(raw);
            return null;
        }
        yes.warnings()
                .forEach(warning -> warnings.merge(
                        warning.code() + " " + warning.field().replaceAll("\\[\\d+]", "[]"), 1L, Long::sum));
        records.merge(yes.record().key(), yes.record(), RecordsRead::newer);
        return yes.record();
    }

    private void keyOf(RawRecord raw) {
        if (raw.source() != null
                && raw.recordId() != null
                && RecordKey.isSource(raw.source())
                && RecordKey.isRecordId(raw.recordId())) {
            refusedKeys.add(new RecordKey(raw.source(), raw.recordId()));
        }
    }

    private static SourceRecord newer(SourceRecord before, SourceRecord after) {
        return after.observedAt().isBefore(before.observedAt()) ? before : after;
    }

    private void refuse(String file, long line, List<FieldProblem> problems) {
        refused++;
        if (refusals.size() < REFUSALS_SHOWN_MAX) {
            refusals.add(new Refusal(file, line, problems.get(0)));
        }
    }

    /** Each key once, in the order in which they came. */
    public Collection<SourceRecord> records() {
        return Collections.unmodifiableCollection(records.values());
    }

    /** The record of that key, or null. */
    public SourceRecord record(RecordKey key) {
        return records.get(key);
    }

    /** Lines of all files, blank ones not counted. */
    public long lines() {
        return lines;
    }

    /** Lines that were no record. */
    public long refused() {
        return refused;
    }

    /** Records that were refused and are known by name. */
    Set<RecordKey> refusedKeys() {
        return refusedKeys;
    }

    /** The first of them. */
    public List<Refusal> refusals() {
        return List.copyOf(refusals);
    }

    /** How often which problem made a field be left out, by {@code code field}. */
    public Map<String, Long> warnings() {
        return Collections.unmodifiableMap(warnings);
    }
}
