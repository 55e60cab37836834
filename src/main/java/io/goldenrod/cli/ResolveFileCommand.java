package io.goldenrod.cli;

import io.goldenrod.cli.FileResolution.TableFormat;
import io.goldenrod.ingest.CompletePolicy;
import io.goldenrod.ingest.file.FileFormat;
import io.goldenrod.ingest.file.FileOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "resolve-file",
        mixinStandardHelpOptions = true,
        description = {
            "Resolves whole files without a database, as the service would: the same customers, with the same IDs.",
            "",
            "Writes customers, identity-map (member and customerId), held-links and suppressed, and report.json, into "
                    + "a folder that appears when all is done. Stopped or failed, it leaves nothing behind."
        })
final class ResolveFileCommand implements Callable<Integer> {

    private static final int THREADS_MAX = 1_024;
    private static final int REFUSALS_SHOWN_MAX = 10;

    /** How to print the summary. */
    enum Output {
        TABLE,
        JSON
    }

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description = "NDJSON, CSV or Senzing JSON, plain, gzip or zstd, or Parquet; - for standard input.")
    private List<String> files;

    @Option(
            names = {"-o", "--out"},
            required = true,
            paramLabel = "DIR",
            description = "The folder to make; it may exist if it is empty.")
    private Path folder;

    @Option(names = "--format", defaultValue = "csv", description = "Of the tables: ${COMPLETION-CANDIDATES} (csv).")
    private TableFormat format;

    @Option(
            names = "--input-format",
            paramLabel = "FORMAT",
            description = "${COMPLETION-CANDIDATES}; told from name and content when not given.")
    private FileFormat inputFormat;

    @Option(names = "--policy", paramLabel = "FILE", description = "The policy; the shipped one when not given.")
    private Path policyFile;

    @Option(names = "--mixed", description = "The files may differ in their formats and columns.")
    private boolean mixed;

    @Option(names = "--threads", paramLabel = "N", description = "1 to 1024; one for each core when not given.")
    private Integer threads;

    @Option(
            names = "--temporary",
            paramLabel = "DIR",
            description = "Where to keep what records say meanwhile, about as much as the files unpacked; "
                    + "beside the result when not given.")
    private Path temporary;

    @Option(names = "--output", defaultValue = "table", description = "Of the summary: ${COMPLETION-CANDIDATES}")
    private Output output;

    @Option(names = "--no-progress", description = "Show no progress bar; there is none without a terminal.")
    private boolean quiet;

    @Mixin
    private ColumnOptions columns;

    private final Services services;
    private final PrintWriter out;

    ResolveFileCommand(Services services, PrintWriter out) {
        this.services = services;
        this.out = out;
    }

    @Override
    public Integer call() throws IOException {
        int count = threads == null ? Math.min(THREADS_MAX, Runtime.getRuntime().availableProcessors()) : threads;
        if (count < 1 || count > THREADS_MAX) {
            throw new IllegalUse("--threads is from 1 to " + THREADS_MAX);
        }
        long start = System.nanoTime();
        CompletePolicy policy = policyFile == null ? CompletePolicy.shipped() : CompletePolicy.load(policyFile);
        FileOptions read =
                columns.resolve(inputFormat, policy.policy().identifierTypes().keySet());
        var whole = new WholeFiles(files, read, mixed);
        whole.check();
        Map<String, Object> report;
        var settings = new FileResolution.Settings(folder, format, policy, count, temporary);
        try (FileResolution resolution = services.resolveFiles(settings);
                var progress = new PhaseProgress(quiet)) {
            requireRoom(whole.bytes(), resolution.usableBytes());
            report = resolution.run(whole.inputs(), progress);
        }
        if (output == Output.JSON) {
            out.println(Json.pretty(report));
        } else {
            table(Json.map(report), (System.nanoTime() - start) / 1e9);
        }
        return (number(report, "refused") == 0 ? ExitCode.OK : ExitCode.REFUSED).code();
    }

    /** What records say is kept on the way, so less room than the files take cannot do. */
    private void requireRoom(long needed, long usable) {
        if (needed > usable) {
            throw new StoreUnavailable(
                    String.format(
                            Locale.ROOT,
                            "the files have %,d MiB, and %s has room for %,d MiB: free some, or name another disk "
                                    + "by --temporary",
                            needed >> 20,
                            temporary == null ? folder : temporary,
                            usable >> 20),
                    null);
        }
    }

    private void table(Map<String, Object> report, double seconds) {
        for (String name :
                List.of("lines", "refused", "replaced", "stale", "records", "identifiers", "links", "customers")) {
            row(name, number(report, name));
        }
        row("held links", sum(report.get("held")));
        row("suppressed", sum(report.get("suppressed")));
        if (report.get("matching") instanceof Map<?, ?> matching) {
            matching.forEach((name, value) -> row("pairs " + name, ((Number) value).longValue()));
        }
        out.printf(
                Locale.ROOT,
                "%-14s %,12.1f s (%,.0f lines/s)%n",
                "time",
                seconds,
                number(report, "lines") / Math.max(seconds, 0.001));
        out.printf("%-14s %12s%n", "in", folder);
        if (report.get("refusals") instanceof List<?> refusals && !refusals.isEmpty()) {
            out.printf("%nFirst refused lines%n");
            refusals.stream().limit(REFUSALS_SHOWN_MAX).forEach(this::refusal);
        }
    }

    private void refusal(Object refusal) {
        if (refusal instanceof Map<?, ?> line
                && line.get("problems") instanceof List<?> problems
                && problems.get(0) instanceof Map<?, ?> first) {
            out.printf(
                    "%s:%s  %s  %s: %s%n",
                    line.get("file"), line.get("line"), first.get("field"), first.get("code"), first.get("message"));
        }
    }

    private void row(String name, long count) {
        out.printf(Locale.ROOT, "%-14s %,12d%n", name, count);
    }

    private static long number(Map<String, Object> report, String name) {
        return ((Number) report.get(name)).longValue();
    }

    private static long sum(Object counts) {
        return counts instanceof Map<?, ?> map
                ? map.values().stream()
                        .mapToLong(value -> ((Number) value).longValue())
                        .sum()
                : 0;
    }
}
