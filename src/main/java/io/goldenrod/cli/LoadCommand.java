package io.goldenrod.cli;

import com.sun.management.OperatingSystemMXBean;
import io.goldenrod.ingest.ParsedRecord;
import io.goldenrod.ingest.file.FileOptions;
import io.goldenrod.ingest.file.RecordSource;
import io.goldenrod.ingest.file.SourceLine;
import io.goldenrod.normalize.FieldProblem;
import io.goldenrod.resolution.RecordAnswer;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "load",
        mixinStandardHelpOptions = true,
        description = {
            "Makes a new store of files of records, all at once, and far faster than ingest does.",
            "",
            "The store is what it would be had a service taken all records in as one batch; a service started on it goes"
                    + " on from there. Of a record that the files have several times the newest version is loaded."
                    + " All records are held in memory (-Xmx) until the store is written; cut off, it leaves none."
        })
final class LoadCommand implements Callable<Integer> {

    private static final String POLICY_SETTING = "--goldenrod.policy.file";
    private static final String DIRECTORY_SETTING = "--goldenrod.data-dir";
    private static final String URI_SETTING = "--goldenrod.neo4j.uri";

    /** After so many records it can be told whether the rest will fit. */
    private static final int SAMPLE_RECORDS = 10_000;

    private static final int PROGRESS_RECORDS = 1_000;

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description = "NDJSON, CSV or Senzing JSON, plain, gzip or zstd, or Parquet; - for standard input.")
    private List<String> files;

    @Option(
            names = "--data-dir",
            paramLabel = "DIR",
            description = "Where the store is made, as goldenrod.data-dir of the service; there is none in it yet.")
    private Path directory;

    @Option(
            names = "--neo4j-uri",
            paramLabel = "URI",
            description = "A Neo4j server instead, which takes the records in batches, as with ingest.")
    private String uri;

    @Option(names = "--policy", paramLabel = "FILE", description = "The policy; the shipped one when not given.")
    private Path policyFile;

    @Option(names = "--output", defaultValue = "table", description = "${COMPLETION-CANDIDATES}")
    private IngestCommand.Output output;

    @Option(names = "--no-progress", description = "Show no progress; there is none without a terminal.")
    private boolean quiet;

    @Option(names = "--mixed", description = "The files may differ in their formats and columns.")
    private boolean mixed;

    @Mixin
    private RecordOptions options;

    private final Services services;
    private final List<String> settings;
    private final PrintWriter out;
    private final PrintWriter error;
    private final IngestSummary summary = new IngestSummary();
    private final Map<String, Mark> phases = new LinkedHashMap<>();
    private long lines;
    private long taken;

    /** A moment, in seconds of the clock and of this process's processors. */
    private record Mark(double seconds, double processorSeconds) {

        static Mark now() {
            long used = ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean machine
                    ? machine.getProcessCpuTime()
                    : 0;
            return new Mark(System.nanoTime() / 1e9, used / 1e9);
        }

        Mark since(Mark start) {
            return new Mark(seconds - start.seconds, processorSeconds - start.processorSeconds);
        }
    }

    LoadCommand(Services services, List<String> settings, PrintWriter out, PrintWriter error) {
        this.services = services;
        this.settings = settings;
        this.out = out;
        this.error = error;
    }

    @Override
    public Integer call() throws Exception {
        Mark start = Mark.now();
        List<String> all = new ArrayList<>(settings);
        add(all, URI_SETTING, uri, "--neo4j-uri");
        if (all.stream().anyMatch(setting -> setting.startsWith(URI_SETTING))) {
            if (directory != null) {
                throw new IllegalUse("a store is made in --data-dir, or records go to --neo4j-uri: give one of them");
            }
            return new IngestCommand(services, all, out, error).call(files, policyFile, output, quiet, options);
        }
        add(all, POLICY_SETTING, policyFile, "--policy");
        add(all, DIRECTORY_SETTING, directory, "--data-dir");
        try (Loading loading = services.load(all)) {
            begin("reading");
            read(loading, options.resolve(loading.identifierTypes()));
            Loading.Finished finished = loading.finish(this::progress);
            for (RecordAnswer answer : finished.answers()) {
                summary.accepted(answer.outcome().name(), answer.held().size(), 0);
            }
            for (long i = 0; i < finished.olderVersions(); i++) {
                summary.accepted(RecordAnswer.Outcome.STALE.name(), 0, 0);
            }
            summary.warned(finished.warnings());
        }
        Mark end = Mark.now();
        print(end.since(start).seconds(), phases(end));
        return (summary.refusedLines() == 0 ? ExitCode.OK : ExitCode.REFUSED).code();
    }

    private static void add(List<String> all, String setting, Object value, String option) {
        if (value != null) {
            if (all.stream().anyMatch(each -> each.startsWith(setting))) {
                throw new IllegalUse(option + " and " + setting + " say the same: give one of them");
            }
            all.add(setting + "=" + value);
        }
    }

    private void read(Loading loading, FileOptions read) throws IOException {
        var whole = new WholeFiles(files, read, mixed);
        whole.check();
        long bytes = whole.bytes();
        long bytesBefore = 0;
        for (FileResolution.Input input : whole.inputs()) {
            try (RecordSource records = input.records();
                    IngestProgress progress = IngestProgress.of(input.bytes() < 0 ? "-" : input.name(), quiet)) {
                for (SourceLine line = records.next(); line != null; line = records.next()) {
                    take(loading, input.name(), line);
                    if (taken == SAMPLE_RECORDS && bytes >= 0) {
                        double bytesRead = bytesBefore + input.bytesRead().getAsLong();
                        requireRoom(loading, taken * (bytes / bytesRead));
                    }
                    if (lines % PROGRESS_RECORDS == 0) {
                        progress.at(input.bytesRead().getAsLong(), lines);
                    }
                }
                progress.at(input.bytesRead().getAsLong(), lines);
                bytesBefore += input.bytesRead().getAsLong();
            }
        }
    }

    private void take(Loading loading, String file, SourceLine line) {
        lines++;
        List<FieldProblem> problems = List.of();
        if (line.parsed() instanceof ParsedRecord.Refused refused) {
            problems = refused.problems();
        } else if (line.parsed() instanceof ParsedRecord.Read record) {
            problems = loading.take(record.record());
        }
        if (problems.isEmpty()) {
            taken++;
        } else {
            summary.refused(file, line.number(), problems);
        }
    }

    private static void requireRoom(Loading loading, double records) {
        // the first records need not be like the others: only what is clearly too much is refused by them
        if (records > loading.recordsMax() * 1.2) {
            throw new IllegalUse(String.format(
                    Locale.ROOT,
                    "these are about %,.0f records, and this process has memory for about %,d; give it more with"
                            + " java -Xmx…, or take them in with goldenrod ingest",
                    records,
                    loading.recordsMax()));
        }
    }

    private void progress(Loading.Phase phase, int percent) {
        String name = phase.name().toLowerCase(Locale.ROOT);
        begin(name);
        if (!quiet && IngestProgress.isTerminal()) {
            error.printf("\r%-12s %3d %%", name, percent);
            error.flush();
        }
    }

    private void begin(String phase) {
        phases.putIfAbsent(phase, Mark.now());
    }

    private Map<String, Mark> phases(Mark end) {
        Map<String, Mark> lengths = new LinkedHashMap<>();
        List<String> names = List.copyOf(phases.keySet());
        for (int i = 0; i < names.size(); i++) {
            Mark next = i + 1 < names.size() ? phases.get(names.get(i + 1)) : end;
            lengths.put(names.get(i), next.since(phases.get(names.get(i))));
        }
        return lengths;
    }

    private void print(double seconds, Map<String, Mark> lengths) {
        if (!quiet && IngestProgress.isTerminal()) {
            error.println();
        }
        if (output == IngestCommand.Output.JSON) {
            Map<String, Object> json = summary.json(seconds);
            json.put("phases", lengths);
            out.println(Json.pretty(json));
            return;
        }
        var table = new StringBuilder(summary.table(seconds).stripTrailing());
        table.append(String.format("%n"));
        lengths.forEach((name, length) -> table.append(String.format(
                Locale.ROOT,
                "%n%-14s %,12.1f s (%,.1f s of processors)",
                name,
                length.seconds(),
                length.processorSeconds())));
        out.println(table);
    }
}
