package io.goldenrod.bulk;

import io.goldenrod.bulk.BulkProgress.Phase;
import io.goldenrod.bulk.BulkReport.Matching;
import io.goldenrod.bulk.HeldLinks.Entry;
import io.goldenrod.identity.RawRecord;
import io.goldenrod.ingest.CompletePolicy;
import io.goldenrod.match.MatchModel;
import io.goldenrod.match.Matcher;
import io.goldenrod.normalize.NormalizedRecord;
import io.goldenrod.partition.Constraint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Resolves the records of files as the service would, had they all come in one batch to an empty store. */
public final class BulkRun {

    private static final int RECORDS = 1_024;
    private static final double NANOS = 1e9;

    private final CompletePolicy policy;
    private final BiFunction<RawRecord, Instant, NormalizedRecord> normalizer;
    private final BulkSettings settings;
    private final BulkProgress progress;
    private final TextHash hash;
    private final int comparedAtOnceMax;

    /** @param normalizer by the policy; called by several threads */
    public BulkRun(
            CompletePolicy policy,
            BiFunction<RawRecord, Instant, NormalizedRecord> normalizer,
            BulkSettings settings,
            BulkProgress progress) {
        this(policy, normalizer, settings, progress, TextHash.salted(new SecureRandom().nextLong()), 0);
    }

    /** @param comparedAtOnceMax records made ready that are held at once; 0 for as many as memory allows */
    BulkRun(
            CompletePolicy policy,
            BiFunction<RawRecord, Instant, NormalizedRecord> normalizer,
            BulkSettings settings,
            BulkProgress progress,
            TextHash hash,
            int comparedAtOnceMax) {
        this.policy = policy;
        this.normalizer = normalizer;
        this.settings = settings;
        this.progress = progress;
        this.hash = hash;
        this.comparedAtOnceMax = comparedAtOnceMax;
    }

    /**
     * Reads the files to their ends and gives out what they come to. Nothing is given out before all is resolved.
     *
     * @throws IOException when a file cannot be read or the output takes no more
     * @throws BulkException when memory or disk do not suffice
     */
    public BulkReport run(List<BulkInput> inputs, BulkOutput output) throws IOException {
        try (Scratch scratch = Scratch.open(settings.temporary())) {
            return new Steps(scratch).run(inputs, output);
        } catch (OutOfMemoryError e) {
            throw new BulkException(
                    "the memory does not suffice: give the program more with -Xmx, or resolve the files in parts", e);
        }
    }

    /** One run. */
    private final class Steps {

        private final Scratch scratch;
        private final Said said = new Said();
        private final Census census = new Census(new Types(policy.policy()));
        private final Matcher matcher = policy.matcher();
        private final Supplier<RecordReader> readers;
        private final SortedMap<Phase, Double> seconds = new TreeMap<>();
        private final HeldLinks held = new HeldLinks();
        private long start = System.nanoTime();

        private Suppression suppression;
        private Matches matches;
        private Customers customers;

        private Steps(Scratch scratch) {
            this.scratch = scratch;
            this.readers = () -> new RecordReader(census, said, scratch);
        }

        private void ends(Phase phase) {
            long now = System.nanoTime();
            seconds.merge(phase, (now - start) / NANOS, Double::sum);
            start = now;
        }

        private BulkReport run(List<BulkInput> inputs, BulkOutput output) throws IOException {
            Reading reading =
                    new Reading(census, scratch, said, hash, normalizer, settings.arrival(), matcher, progress);
            reading.read(inputs, settings.threads());
            ends(Phase.READING);
            suppression = Suppression.of(census, settings.threads());
            ends(Phase.LINKING);
            matches = matcher == null ? Matches.none() : compare(reading);
            ends(Phase.MATCHING);
            Connected connected = Connected.of(census, suppression, matches);
            ends(Phase.LINKING);
            part(connected);
            ends(Phase.RESOLVING);
            SortedMap<String, Long> suppressed = writeSuppressed(output);
            Writing writing = new Writing(census, customers, output, progress);
            writing.write(settings.threads(), readers);
            SortedMap<Constraint, Long> constraints = writeHeld(output);
            ends(Phase.WRITING);
            return report(reading, writing, constraints, suppressed);
        }

        private Matches compare(Reading reading) throws IOException {
            int atOnce = comparedAtOnceMax == 0 ? Comparing.atOnceMax(census.records()) : comparedAtOnceMax;
            return new Comparing(reading.pairs(), reading.recordOf, matcher, readers, settings.threads(), progress)
                    .run(census.records(), atOnce);
        }

        private void part(Connected connected) throws IOException {
            customers = new Customers(census.records(), census.identifiers());
            int[] next = {0, 0};
            InOrder.<int[], List<Entry>>run(
                    settings.threads(),
                    () -> {
                        int from = next[0];
                        while (next[0] < connected.size() && next[0] - from < RECORDS) {
                            next[0] = connected.endOf(next[0], connected.size());
                        }
                        progress.at(Phase.RESOLVING, from, connected.size());
                        return from == next[0] ? null : new int[] {from, next[0]};
                    },
                    () -> {
                        Weights weights = matcher == null ? null : new Weights(matches, matcher, readers.get());
                        Parting parting = new Parting(census, suppression, matches, connected, customers, weights);
                        return places -> parting.part(places[0], places[1]);
                    },
                    found -> found.forEach(held::add));
        }

        private SortedMap<String, Long> writeSuppressed(BulkOutput output) throws IOException {
            SortedMap<String, Long> counts = new TreeMap<>();
            for (int identifier = 0; identifier < census.identifiers(); identifier++) {
                if (suppression.isSuppressed(identifier)) {
                    BulkOutput.Suppressed described = suppression.describe(identifier);
                    counts.merge(described.reason(), 1L, Long::sum);
                    output.suppressed(described);
                }
            }
            return counts;
        }

        private SortedMap<Constraint, Long> writeHeld(BulkOutput output) throws IOException {
            SortedMap<Constraint, Long> counts = new TreeMap<>();
            for (int i = 0; i < held.size(); i++) {
                counts.merge(held.constraint(i), 1L, Long::sum);
                output.heldLink(held.describe(i, census, matches));
            }
            return counts;
        }

        private BulkReport report(
                Reading reading,
                Writing writing,
                SortedMap<Constraint, Long> constraints,
                SortedMap<String, Long> suppressed) {
            long identifiers = 0;
            long links = 0;
            for (int i = 0; i < census.identifiers(); i++) {
                if (suppression.links(i)) {
                    identifiers++;
                    links += census.carrierStarts[i + 1] - census.carrierStarts[i];
                }
            }
            MatchModel model = matcher == null ? null : matcher.model();
            return new BulkReport(
                    policy.policy().name(),
                    policy.policy().hash(),
                    model == null ? null : model.name(),
                    model == null ? null : model.hash(),
                    reading.lines,
                    reading.refused,
                    reading.refusedBy,
                    List.copyOf(reading.refusals),
                    reading.warnings,
                    reading.replaced,
                    reading.stale,
                    census.records(),
                    identifiers,
                    links,
                    writing.count,
                    writing.sizes,
                    writing.largest(),
                    constraints,
                    suppressed,
                    matcher == null ? null : matching(),
                    seconds,
                    memoryMax(),
                    scratch.bytes());
        }

        private Matching matching() {
            long matched = 0;
            long toReview = 0;
            for (int record = 0; record < census.records(); record++) {
                for (int pair = matches.start(record); pair < matches.end(record); pair++) {
                    if (matches.joins(pair)) {
                        matched++;
                    } else if (customers.ofRecord(record) != customers.ofRecord(matches.right(pair))) {
                        toReview++;
                    }
                }
            }
            return new Matching(matches.compared, matched, toReview);
        }

        /** What the system counts, where it tells, as on Linux; else the size of the heap. */
        private static long memoryMax() {
            try (Stream<String> status = Files.lines(Path.of("/proc/self/status"))) {
                return status.filter(line -> line.startsWith("VmHWM:"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
                        .findFirst()
                        .orElseGet(() -> Runtime.getRuntime().totalMemory());
            } catch (IOException | UncheckedIOException e) {
                return Runtime.getRuntime().totalMemory();
            }
        }
    }
}
