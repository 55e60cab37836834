package io.goldenrod.cli;

import io.goldenrod.cli.RecordSink.Answer;
import io.goldenrod.identity.RawRecord;
import io.goldenrod.ingest.ParsedRecord;
import io.goldenrod.ingest.file.FileOptions;
import io.goldenrod.ingest.file.RecordFile;
import io.goldenrod.ingest.file.SourceLine;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "ingest",
        mixinStandardHelpOptions = true,
        description = "Takes in files of records. Running it again changes nothing, so a broken run is just run again.")
final class IngestCommand implements Callable<Integer> {

    private static final int BATCH_RECORDS = 1000;

    /** Batches on their way: enough that the store never waits for the reader, few enough to stay small. */
    private static final int BATCHES_WAITING_MAX = 4;

    private static final int SENDERS = 2;

    private static final String POLICY_SETTING = "--goldenrod.policy.file";

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

    @Option(names = "--url", paramLabel = "URL", description = "A running service; without, straight into the store.")
    private URI url;

    @Option(
            names = "--policy",
            paramLabel = "FILE",
            description = "The policy; with --url that of the service, by which a mapping is checked.")
    private Path policyFile;

    @Option(names = "--output", defaultValue = "table", description = "${COMPLETION-CANDIDATES}")
    private Output output;

    @Option(names = "--no-progress", description = "Show no progress bar; there is none without a terminal.")
    private boolean quiet;

    @Mixin
    private RecordOptions options;

    private final Services services;
    private final List<String> settings;
    private final PrintWriter out;
    private final PrintWriter error;
    private final IngestSummary summary = new IngestSummary();

    /** A batch on its way, and the lines that it came from. */
    private record Sent(String file, long[] lines, CompletableFuture<List<Answer>> answers) {}

    IngestCommand(Services services, List<String> settings, PrintWriter out, PrintWriter error) {
        this.services = services;
        this.settings = settings;
        this.out = out;
        this.error = error;
    }

    /** The same for another command, which was given these. */
    Integer call(List<String> given, Path policy, Output shownAs, boolean silent, RecordOptions read) throws Exception {
        files = given;
        policyFile = policy;
        output = shownAs;
        quiet = silent;
        options = read;
        return call();
    }

    @Override
    public Integer call() throws Exception {
        long start = System.nanoTime();
        String request = "ingest " + UUID.randomUUID();
        if (url != null) {
            ExecutorService senders = Executors.newFixedThreadPool(SENDERS);
            try {
                FileOptions read = options.resolve(
                        PolicyCommand.load(policyFile).identifierTypes().keySet());
                ingest(RecordSink.to(new ServiceClient(url), senders), read);
            } finally {
                senders.shutdownNow();
            }
        } else {
            try (Store store = services.open(settings())) {
                ingest(RecordSink.into(store.intake(), request), options.resolve(store.identifierTypes()));
            }
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        out.println(
                output == Output.JSON
                        ? Json.pretty(summary.json(seconds))
                        : summary.table(seconds).stripTrailing());
        return (summary.refusedLines() == 0 ? ExitCode.OK : ExitCode.REFUSED).code();
    }

    private List<String> settings() {
        if (policyFile == null) {
            return settings;
        }
        if (settings.stream().anyMatch(setting -> setting.startsWith(POLICY_SETTING))) {
            throw new IllegalUse("--policy and " + POLICY_SETTING + " say the same: give one of them");
        }
        List<String> all = new ArrayList<>(settings);
        all.add(POLICY_SETTING + "=" + policyFile);
        return all;
    }

    private void ingest(RecordSink sink, FileOptions read) throws Exception {
        for (String file : files) {
            if (!file.equals("-")) {
                RecordOptions.open(file, read).close();
            }
        }
        for (String file : files) {
            try (RecordFile records = RecordOptions.open(file, read);
                    IngestProgress progress = IngestProgress.of(file, quiet)) {
                ingest(file, records, sink, progress);
            } catch (IOException | RuntimeException e) {
                error.printf("goldenrod: stopped after %,d lines, which are taken%n", summary.lines());
                throw e;
            }
        }
    }

    private void ingest(String file, RecordFile source, RecordSink sink, IngestProgress progress) throws Exception {
        Deque<Sent> waiting = new ArrayDeque<>();
        List<RawRecord> batch = new ArrayList<>();
        List<Long> lines = new ArrayList<>();
        for (SourceLine line = source.next(); line != null; line = source.next()) {
            if (line.parsed() instanceof ParsedRecord.Refused refused) {
                summary.refused(file, line.number(), refused.problems());
            } else if (line.parsed() instanceof ParsedRecord.Read read) {
                batch.add(read.record());
                lines.add(line.number());
            }
            if (batch.size() == BATCH_RECORDS) {
                waiting.add(send(file, batch, lines, sink));
                if (waiting.size() > BATCHES_WAITING_MAX) {
                    settle(waiting.poll());
                }
                progress.at(source.bytesRead(), summary.lines());
            }
        }
        if (!batch.isEmpty()) {
            waiting.add(send(file, batch, lines, sink));
        }
        while (!waiting.isEmpty()) {
            settle(waiting.poll());
        }
        progress.at(source.bytesRead(), summary.lines());
    }

    private static Sent send(String file, List<RawRecord> batch, List<Long> lines, RecordSink sink) {
        var sent = new Sent(file, lines.stream().mapToLong(Long::longValue).toArray(), sink.send(List.copyOf(batch)));
        batch.clear();
        lines.clear();
        return sent;
    }

    private void settle(Sent sent) throws Exception {
        List<Answer> answers;
        try {
            answers = sent.answers().join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof Exception cause) {
                throw cause;
            }
            throw e;
        }
        for (int i = 0; i < answers.size(); i++) {
            Answer answer = answers.get(i);
            if (answer.errors().isEmpty()) {
                summary.accepted(answer.outcome(), answer.held(), answer.warnings());
            } else {
                summary.refused(sent.file(), sent.lines()[i], answer.errors());
            }
        }
    }
}
