package io.goldenrod.quality;

import io.goldenrod.graph.SourceReads;
import io.goldenrod.graph.SourceReads.Hub;
import io.goldenrod.graph.SourceReads.Sampled;
import io.goldenrod.identity.RawRecord;
import io.goldenrod.ingest.ParsedRecord;
import io.goldenrod.ingest.RecordJson;
import io.goldenrod.normalize.FieldProblem;
import io.goldenrod.normalize.NormalizedRecord;
import io.goldenrod.normalize.RecordNormalizer;
import io.goldenrod.resolution.PolicyInUse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * How complete and how valid what each source sends is, and which identifiers most records carry: from a sample of each
 * source, kept for a minute.
 */
public final class SourceQuality {

    /** Sources that are looked at. */
    public static final int SOURCES_MAX = 12;

    /** Records of one source that are looked at. */
    public static final int SAMPLE = 500;

    /** Records of a source are counted up to here. */
    public static final long COUNTED_MAX = 100_000;

    private static final Duration KEPT = Duration.ofMinutes(1);
    private static final int HUBS_MAX = 8;
    private static final int CARRIERS_MAX = 3_000;
    private static final Pattern IDENTIFIER = Pattern.compile("identifiers\\[(\\d+)].*");
    private static final Pattern ATTRIBUTE = Pattern.compile("attributes\\.([^.\\[]+).*");

    private final SourceReads reads;
    private final RecordJson json;
    private final PolicyInUse inUse;
    private final Clock clock;
    private Report kept;

    public SourceQuality(SourceReads reads, RecordJson json, PolicyInUse inUse, Clock clock) {
        this.reads = reads;
        this.json = json;
        this.inUse = inUse;
        this.clock = clock;
    }

    /**
     * What was found.
     *
     * @param at when
     * @param sources by name
     * @param cut whether there are more sources
     * @param carried identifiers that link and that most records carry, among those that the sample knows
     * @param suppressed identifiers that do not link any more
     */
    public record Report(
            Instant at, List<SourceReport> sources, boolean cut, List<Hub> carried, List<Hub> suppressed) {}

    /**
     * A source.
     *
     * @param records up to {@link #COUNTED_MAX}
     * @param sampled records that were looked at
     * @param newest the latest observation in the sample; null when there is none
     * @param fields identifier types and attributes, by name
     */
    public record SourceReport(
            String name, long records, int sampled, Instant newest, Map<String, FieldReport> fields) {}

    /**
     * A field in the sample of a source.
     *
     * @param present records that carry it
     * @param leftOut records of which a value of it was not understood
     */
    public record FieldReport(int present, int leftOut) {}

    /** May be a minute old; whoever comes while it is made waits for it. */
    public synchronized Report report() {
        Instant now = clock.instant();
        if (kept == null || now.isAfter(kept.at().plus(KEPT))) {
            List<String> names = reads.sources(SOURCES_MAX + 1);
            List<SourceReport> sources = new ArrayList<>();
            List<String> keys = new ArrayList<>();
            for (String name : names.subList(0, Math.min(names.size(), SOURCES_MAX))) {
                List<Sampled> sample = reads.sample(name, SAMPLE);
                sample.forEach(each -> keys.add(each.key()));
                sources.add(source(name, sample));
            }
            int every = (keys.size() + CARRIERS_MAX - 1) / CARRIERS_MAX;
            List<String> carriers = IntStream.range(0, keys.size())
                    .filter(i -> i % every == 0)
                    .mapToObj(keys::get)
                    .toList();
            List<Hub> carried = carriers.isEmpty() ? List.of() : reads.carried(carriers, HUBS_MAX);
            kept = new Report(now, sources, names.size() > SOURCES_MAX, carried, reads.suppressed(HUBS_MAX));
        }
        return kept;
    }

    private SourceReport source(String name, List<Sampled> sample) {
        RecordNormalizer normalizer = inUse.normalizer();
        Map<String, int[]> fields = new TreeMap<>();
        Instant newest = null;
        for (Sampled each : sample) {
            newest = newest == null || each.observedAt().isAfter(newest) ? each.observedAt() : newest;
            if (each.payload() != null
                    && json.read(each.payload().getBytes(StandardCharsets.UTF_8)) instanceof ParsedRecord.Read read
                    && normalizer.normalize(read.record(), each.observedAt())
                            instanceof NormalizedRecord.Accepted accepted) {
                Set<String> present =
                        new HashSet<>(accepted.record().attributes().keySet());
                accepted.record().identifiers().forEach(identifier -> present.add(identifier.type()));
                present.forEach(field -> fields.computeIfAbsent(field, none -> new int[2])[0]++);
                leftOut(read.record(), accepted.warnings())
                        .forEach(field -> fields.computeIfAbsent(field, none -> new int[2])[1]++);
            }
        }
        Map<String, FieldReport> reports = new TreeMap<>();
        fields.forEach((field, counts) -> reports.put(field, new FieldReport(counts[0], counts[1])));
        return new SourceReport(name, reads.records(name, COUNTED_MAX), sample.size(), newest, reports);
    }

    /** The fields of a record that warnings are about. */
    static Set<String> leftOut(RawRecord record, List<FieldProblem> warnings) {
        Set<String> fields = new HashSet<>();
        for (FieldProblem warning : warnings) {
            Matcher identifier = IDENTIFIER.matcher(warning.field());
            Matcher attribute = ATTRIBUTE.matcher(warning.field());
            if (identifier.matches()) {
                int index = Integer.parseInt(identifier.group(1));
                if (index < record.identifiers().size()) {
                    fields.add(record.identifiers().get(index).type());
                }
            } else if (attribute.matches()) {
                fields.add(attribute.group(1));
            }
        }
        return fields;
    }
}
