package io.goldenrod.bulk;

import io.goldenrod.bulk.BulkProgress.Phase;
import io.goldenrod.bulk.BulkReport.Refusal;
import io.goldenrod.identity.RawRecord;
import io.goldenrod.identity.SourceRecord;
import io.goldenrod.ingest.ParsedRecord;
import io.goldenrod.ingest.file.SourceLine;
import io.goldenrod.match.CandidatePairs;
import io.goldenrod.match.Matcher;
import io.goldenrod.normalize.FieldProblem;
import io.goldenrod.normalize.NormalizedRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;

/** Reads files into a census: lines are made comparable on all threads, and taken in their order. */
final class Reading {

    /** That a thread takes at a time. */
    static final int LINES = 256;

    private static final int WARNINGS_MAX = 1_000;

    private final Census census;
    private final Scratch scratch;
    private final Said said;
    private final TextHash hash;
    private final BiFunction<RawRecord, Instant, NormalizedRecord> normalizer;
    private final Instant arrival;
    private final Matcher matcher;
    private final BulkProgress progress;
    private final CandidatePairs.Builder pairs;

    /** By record, its number among those that are compared. */
    private final IntColumn candidateOf = new IntColumn();

    /** The record of that number. */
    final IntColumn recordOf = new IntColumn();

    long lines;
    long refused;
    long replaced;
    long stale;
    final List<Refusal> refusals = new ArrayList<>();
    final SortedMap<String, Long> refusedBy = new TreeMap<>();
    final SortedMap<String, Long> warnings = new TreeMap<>();

    /** @param matcher null when there is no matching */
    Reading(
            Census census,
            Scratch scratch,
            Said said,
            TextHash hash,
            BiFunction<RawRecord, Instant, NormalizedRecord> normalizer,
            Instant arrival,
            Matcher matcher,
            BulkProgress progress) {
        this.census = census;
        this.scratch = scratch;
        this.said = said;
        this.hash = hash;
        this.normalizer = normalizer;
        this.arrival = arrival;
        this.matcher = matcher;
        this.progress = progress;
        this.pairs = matcher == null
                ? null
                : new CandidatePairs.Builder(matcher.matching().blockRecordsMax());
    }

    /** Some lines of one file. */
    private record Chunk(String file, List<SourceLine> lines, long bytesRead) {}

    /** Takes the lines of all files in turn, and closes each at its end. */
    private static final class Lines implements InOrder.Source<Chunk> {

        private final Iterator<BulkInput> inputs;
        private BulkInput input;
        private long bytesBefore;

        private Lines(List<BulkInput> inputs) {
            this.inputs = inputs.iterator();
        }

        @Override
        public Chunk next() throws IOException {
            while (input != null || inputs.hasNext()) {
                if (input == null) {
                    input = inputs.next();
                }
                List<SourceLine> lines = new ArrayList<>(LINES);
                for (SourceLine line = input.records().next();
                        line != null;
                        line = input.records().next()) {
                    lines.add(line);
                    if (lines.size() == LINES) {
                        return chunk(lines);
                    }
                }
                Chunk last = chunk(lines);
                input.records().close();
                bytesBefore += Math.max(0, input.bytes());
                input = null;
                if (!lines.isEmpty()) {
                    return last;
                }
            }
            return null;
        }

        private Chunk chunk(List<SourceLine> lines) {
            return new Chunk(
                    input.name(), lines, bytesBefore + input.bytesRead().getAsLong());
        }
    }

    void read(List<BulkInput> inputs, int threads) throws IOException {
        boolean known = inputs.stream().allMatch(input -> input.bytes() >= 0);
        long total = known ? inputs.stream().mapToLong(BulkInput::bytes).sum() : -1;
        try {
            InOrder.run(threads, new Lines(inputs), () -> this::work, batch -> take(batch, total));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        scratch.seal();
        census.seal();
    }

    private Batch work(Chunk chunk) {
        Batch batch = new Batch(census.types, hash, said);
        batch.bytesRead = chunk.bytesRead;
        for (SourceLine line : chunk.lines) {
            batch.lines++;
            ParsedRecord parsed = line.parsed();
            if (parsed instanceof ParsedRecord.Refused no) {
                batch.refusals.add(new Refusal(chunk.file, line.number(), no.problems()));
                continue;
            }
            NormalizedRecord normalized = normalizer.apply(((ParsedRecord.Read) parsed).record(), arrival);
            if (normalized instanceof NormalizedRecord.Accepted yes) {
                yes.warnings().forEach(batch::warn);
                SourceRecord record = yes.record();
                batch.add(record);
                if (matcher != null) {
                    batch.blocks.add(matcher.blocks(record));
                }
            } else {
                List<FieldProblem> problems = ((NormalizedRecord.Refused) normalized).errors();
                batch.refusals.add(new Refusal(chunk.file, line.number(), problems));
            }
        }
        return batch;
    }

    private void take(Batch batch, long total) {
        lines += batch.lines;
        for (Refusal refusal : batch.refusals) {
            refused++;
            refusedBy.merge(refusal.problems().get(0).code(), 1L, Long::sum);
            if (refusals.size() < BulkReport.REFUSALS_MAX) {
                refusals.add(refusal);
            }
        }
        batch.warnings.forEach((warning, count) -> {
            if (warnings.size() < WARNINGS_MAX || warnings.containsKey(warning)) {
                warnings.merge(warning, count, Long::sum);
            }
        });
        for (int i = 0; i < batch.records(); i++) {
            int before = census.records();
            int record = census.take(batch, i, scratch);
            boolean isNew = census.records() > before;
            stale += record < 0 ? 1 : 0;
            replaced += record >= 0 && !isNew ? 1 : 0;
            if (record >= 0 && pairs != null) {
                compareLater(batch, i, record, isNew);
            }
        }
        progress.at(Phase.READING, total < 0 ? lines : batch.bytesRead, total);
    }

    private void compareLater(Batch batch, int place, int record, boolean isNew) {
        int candidate = pairs.add(batch.blocks.get(place));
        recordOf.add(record);
        if (isNew) {
            candidateOf.add(candidate);
        } else {
            pairs.remove(candidateOf.get(record));
            candidateOf.set(record, candidate);
        }
    }

    /** The pairs to be compared; null when there is no matching. */
    CandidatePairs pairs() {
        return pairs == null ? null : pairs.build();
    }
}
