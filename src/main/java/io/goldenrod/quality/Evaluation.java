package io.goldenrod.quality;

import io.goldenrod.identity.RawRecord;
import io.goldenrod.identity.RecordKey;
import io.goldenrod.identity.SourceRecord;
import io.goldenrod.ingest.ParsedRecord;
import io.goldenrod.ingest.file.InvalidInput;
import io.goldenrod.ingest.file.RecordSource;
import io.goldenrod.ingest.file.SourceLine;
import io.goldenrod.normalize.FieldProblem;
import io.goldenrod.normalize.NormalizedRecord;
import io.goldenrod.quality.Contingency.Mistake;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;

/**
 * Resolves files in memory and scores the result. Of several statements of one record the newest counts. A refused
 * record counts as a customer of its own if the truth knows it: refusing what is hard must not pay.
 *
 * <p>Holds all records at once; for use on what fits into memory.
 */
public final class Evaluation {

    private static final int REFUSALS_SHOWN_MAX = 10;

    private final BiFunction<RawRecord, Instant, NormalizedRecord> normalizer;
    private final WholeResolver resolver;
    private final Truth truth;
    private final Instant arrival;
    private final Map<RecordKey, SourceRecord> records = new LinkedHashMap<>();
    private final Set<RecordKey> refusedKeys = new LinkedHashSet<>();
    private final List<Refusal> refusals = new ArrayList<>();
    private final Map<String, Long> warnings = new TreeMap<>();
    private long lines;
    private long refused;

    /** A refused line of a file. */
    public record Refusal(String file, long line, FieldProblem problem) {}

    /**
     * The score.
     *
     * @param lines of all files, blank ones not counted
     * @param records distinct ones that were resolved
     * @param refused lines that were no record
     * @param unlabelled records that the truth does not name; left out of the measures
     * @param truthUnused records of the truth that no file has; left out of the measures
     * @param customers of all records, labelled or not
     * @param largestCustomer records of the largest customer
     * @param entities true ones among the records
     * @param largestTrue records of the largest true entity
     * @param falseMerges worst first
     * @param misses worst first
     * @param warnings how often which problem made a field be left out, by {@code code field}
     * @param refusals the first of them
     */
    public record Score(
            long lines,
            long records,
            long refused,
            long unlabelled,
            long truthUnused,
            long customers,
            long largestCustomer,
            long entities,
            long largestTrue,
            PairwiseQuality pairwise,
            BCubed b3,
            List<Mistake> falseMerges,
            List<Mistake> misses,
            Map<String, Long> warnings,
            List<Refusal> refusals) {}

    /** @param arrival when all records count as taken in; dates after it lie in the future */
    public Evaluation(
            BiFunction<RawRecord, Instant, NormalizedRecord> normalizer,
            WholeResolver resolver,
            Truth truth,
            Instant arrival) {
        this.normalizer = normalizer;
        this.resolver = resolver;
        this.truth = truth;
        this.arrival = arrival;
    }

    /** Takes the records of a file. */
    public void add(String file, RecordSource source) throws IOException {
        for (SourceLine line = source.next(); line != null; line = source.next()) {
            lines++;
            if (line.parsed() instanceof ParsedRecord.Refused no) {
                refuse(file, line.number(), no.problems());
                continue;
            }
            RawRecord raw = ((ParsedRecord.Read) line.parsed()).record();
            NormalizedRecord normalized = normalizer.apply(raw, arrival);
            if (normalized instanceof NormalizedRecord.Refused no) {
                refuse(file, line.number(), no.errors());
                keyOf(raw);
            } else if (normalized instanceof NormalizedRecord.Accepted yes) {
                yes.warnings()
                        .forEach(warning -> warnings.merge(
                                warning.code() + " " + warning.field().replaceAll("\\[\\d+]", "[]"), 1L, Long::sum));
                records.merge(yes.record().key(), yes.record(), Evaluation::newer);
            }
        }
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

    /** @param mistakesMax how many of the worst mistakes of each kind are told */
    public Score score(int mistakesMax) {
        List<List<RecordKey>> customers = new ArrayList<>(resolver.customers(records.values()));
        var judged = new ArrayList<>(customers);
        refusedKeys.stream()
                .filter(key -> !records.containsKey(key) && truth.entityOf(key) != null)
                .forEach(key -> judged.add(List.of(key)));
        checkUnambiguous(judged);
        var contingency = new Contingency(judged, truth::entityOf);
        return new Score(
                lines,
                records.size(),
                refused,
                contingency.unlabelled(),
                truth.size() - contingency.records(),
                customers.size(),
                customers.stream().mapToLong(Collection::size).max().orElse(0),
                contingency.entities(),
                contingency.largestEntity(),
                contingency.pairwise(),
                contingency.bCubed(),
                contingency.falseMerges(mistakesMax),
                contingency.misses(mistakesMax),
                warnings,
                List.copyOf(refusals));
    }

    private void checkUnambiguous(List<List<RecordKey>> customers) {
        Map<String, RecordKey> named = new HashMap<>();
        for (List<RecordKey> customer : customers) {
            for (RecordKey key : customer) {
                String name = truth.nameOf(key);
                if (name != null && named.put(name, key) != null) {
                    throw new InvalidInput(
                            "the truth", List.of("an id of it names records of several sources; add a column source"));
                }
            }
        }
    }
}
