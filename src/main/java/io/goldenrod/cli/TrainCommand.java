package io.goldenrod.cli;

import io.goldenrod.ingest.ModelFile;
import io.goldenrod.ingest.file.FileOptions;
import io.goldenrod.ingest.file.RecordFile;
import io.goldenrod.match.MatchModel;
import io.goldenrod.match.training.Trainer;
import io.goldenrod.match.training.Training;
import io.goldenrod.match.training.TrainingSettings;
import io.goldenrod.normalize.RecordLimits;
import io.goldenrod.policy.Policy;
import io.goldenrod.quality.RecordsRead;
import io.goldenrod.quality.Truth;
import io.goldenrod.quality.page.TrainingPage;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "train",
        mixinStandardHelpOptions = true,
        description = "Learns a match model from records, with or without labels, and writes it to a file.",
        footer = {
            "",
            "The same records, template, seed and labels give the same model. Name its file in the policy:",
            "  matching: {model: model.yml, ...}"
        })
final class TrainCommand implements Callable<Integer> {

    private static final long TELL_EVERY_NANOS = 1_000_000_000L;

    @Parameters(
            arity = "1..*",
            paramLabel = "RECORDS",
            description = "NDJSON, CSV, Senzing JSON or Parquet; - for standard input.")
    private List<String> files;

    @Option(
            names = {"-o", "--model-file"},
            required = true,
            paramLabel = "FILE",
            description = "The model to write.")
    private Path target;

    @Option(
            names = "--policy",
            paramLabel = "FILE",
            description = "The policy, for normalising and blocking; the shipped one when not given.")
    private Path policyFile;

    @Option(
            names = "--template",
            paramLabel = "MODEL",
            description = "What to compare, and the figures to start from: people, organizations, or a file of a model;"
                    + " the policy's model when not given.")
    private String template;

    @Option(
            names = "--labels",
            paramLabel = "FILE",
            description = "CSV: record_id,entity_id; who is who, for all records or some.")
    private Path labels;

    @Option(names = "--seed", defaultValue = "1", paramLabel = "N", description = "Of all that is picked at random.")
    private long seed;

    @Option(
            names = "--prior",
            defaultValue = "0",
            paramLabel = "P",
            description = "How probable it is that any two records are of one person; learnt when not given.")
    private double prior;

    @Option(names = "--name", paramLabel = "NAME", description = "Of the model; that of its file when not given.")
    private String name;

    @Option(
            names = "--model-version",
            defaultValue = "1",
            paramLabel = "N",
            description = "Of the model: count up when you replace one.")
    private int version;

    @Option(names = "--report", paramLabel = "FILE", description = "Writes an HTML page on the model, with charts.")
    private Path report;

    @Option(names = "--quiet", description = "No progress on the standard error.")
    private boolean quiet;

    @Mixin
    private RecordOptions options;

    private final Services services;
    private final PrintWriter out;
    private final PrintWriter error;
    private long told = System.nanoTime();

    TrainCommand(Services services, PrintWriter out, PrintWriter error) {
        this.services = services;
        this.out = out;
        this.error = error;
    }

    @Override
    public Integer call() throws IOException {
        TrainingSettings settings = settings();
        Policy policy = PolicyCommand.load(policyFile);
        if (policy.matching() == null) {
            throw new IllegalUse("the policy has no matching: its blocking rules are needed to find pairs");
        }
        MatchModel start = template(policy);
        Truth known = labels == null ? null : Truth.load(labels);
        var read = new RecordsRead(services.normalizer(policy, RecordLimits.DEFAULT), Instant.now());
        FileOptions how = options.resolve(policy.identifierTypes().keySet());
        for (String file : files) {
            try (RecordFile records = RecordOptions.open(file, how)) {
                read.add(file, records);
            }
        }
        if (read.records().size() < 2) {
            throw new IllegalUse("a model is learnt from two records or more; these files hold "
                    + read.records().size());
        }
        Training training = new Trainer(start, settings, this::tell)
                .train(name(), version, read.records(), policy.matching(), known == null ? null : known::entityOf);
        Files.writeString(target, ModelFile.write(training.model()));
        if (report != null) {
            Files.writeString(report, TrainingPage.of(training, fileNames()));
        }
        new TrainingTable(out).print(training);
        out.printf("%nwritten to %s%n", target);
        return (read.refused() == 0 ? ExitCode.OK : ExitCode.REFUSED).code();
    }

    private TrainingSettings settings() {
        if (version < 1) {
            throw new IllegalUse("--model-version is 1 or more");
        }
        if (prior < 0 || prior >= 0.5) {
            throw new IllegalUse("--prior is above 0 and below 0.5");
        }
        return TrainingSettings.DEFAULT.withSeed(seed).withPrior(prior);
    }

    private MatchModel template(Policy policy) {
        Path folder = policyFile == null ? null : policyFile.toAbsolutePath().getParent();
        var models = template != null || folder == null ? new ModelFile(Path.of("")) : new ModelFile(folder);
        String wanted = template == null ? policy.matching().model() : template;
        return models.find(wanted)
                .orElseThrow(() -> new IllegalUse("there is no model " + wanted + ": name a shipped one ("
                        + String.join(", ", ModelFile.SHIPPED) + "), or a file"));
    }

    private String name() {
        if (name != null) {
            return name;
        }
        String file = target.getFileName().toString();
        int dot = file.lastIndexOf('.');
        return dot > 0 ? file.substring(0, dot) : file;
    }

    private String fileNames() {
        return files.stream()
                .map(file -> Path.of(file).getFileName().toString())
                .collect(Collectors.joining(", "));
    }

    private void tell(String what, long done, long all) {
        long now = System.nanoTime();
        if (!quiet && now - told >= TELL_EVERY_NANOS) {
            told = now;
            error.printf(Locale.ROOT, "%s: %,d of %,d%n", what, done, all);
            error.flush();
        }
    }
}
