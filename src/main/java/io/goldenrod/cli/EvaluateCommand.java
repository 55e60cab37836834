package io.goldenrod.cli;

import io.goldenrod.ingest.ModelFile;
import io.goldenrod.ingest.file.FileOptions;
import io.goldenrod.ingest.file.PairFile;
import io.goldenrod.ingest.file.RecordFile;
import io.goldenrod.match.MatchModel;
import io.goldenrod.match.Matcher;
import io.goldenrod.match.training.TrainingSettings;
import io.goldenrod.normalize.RecordLimits;
import io.goldenrod.policy.Policy;
import io.goldenrod.quality.Evaluation;
import io.goldenrod.quality.EvaluationReport;
import io.goldenrod.quality.ModelChoice;
import io.goldenrod.quality.PairsEvaluation;
import io.goldenrod.quality.PairsReport;
import io.goldenrod.quality.RecordsRead;
import io.goldenrod.quality.Truth;
import io.goldenrod.quality.page.EvaluationPage;
import io.goldenrod.quality.page.PairsPage;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        description = {
            "Resolves files in memory, without a database, and scores the result against a known truth;",
            "or judges the pairs of a file, two records a line, against what people said of them."
        })
final class EvaluateCommand implements Callable<Integer> {

    private static final int MISTAKES_LIMIT = 1000;
    private static final int THRESHOLDS_MAX = 20;

    /** How to print the score. */
    enum Output {
        TABLE,
        JSON
    }

    @Parameters(
            arity = "0..*",
            paramLabel = "RECORDS",
            description = "NDJSON, CSV, Senzing JSON or Parquet; - for standard input.")
    private List<String> files = List.of();

    @Option(names = "--truth", paramLabel = "FILE", description = "CSV: record_id,entity_id.")
    private Path truth;

    @Option(names = "--policy", paramLabel = "FILE", description = "The policy; the shipped one when not given.")
    private Path policyFile;

    @Option(
            names = "--model",
            paramLabel = "MODEL",
            description = "A shipped model's name, or a file: in place of the policy's.")
    private String model;

    @Option(
            names = "--train",
            description = "Learn a model from the records themselves, without the truth, starting from the model.")
    private boolean train;

    @Option(names = "--seed", defaultValue = "1", paramLabel = "N", description = "Of what --train picks at random.")
    private long seed;

    @ArgGroup(exclusive = false, heading = "Pairs instead of records:%n")
    private PairOptions pairs;

    @Option(
            names = "--thresholds",
            split = ",",
            paramLabel = "P",
            defaultValue = "0.5,0.8,0.9,0.99,0.999",
            description = "Probabilities of a match with which the whole is done again; 0 for none.")
    private List<Double> thresholds;

    @Option(names = "--output", defaultValue = "table", description = "${COMPLETION-CANDIDATES}")
    private Output output;

    @Option(names = "--report", paramLabel = "FILE", description = "Writes the result as an HTML page, with charts.")
    private Path report;

    @Option(
            names = "--mistakes",
            defaultValue = "5",
            description = "How many of the worst to tell of each kind (0 to 1000).")
    private int mistakesMax;

    @Option(
            names = "--show-values",
            description = "Show what the records of mistakes say. Personal data: mind who reads it.")
    private boolean showValues;

    @Mixin
    private RecordOptions options;

    private final Services services;
    private final PrintWriter out;

    EvaluateCommand(Services services, PrintWriter out) {
        this.services = services;
        this.out = out;
    }

    /** What {@code --pairs} needs. */
    static final class PairOptions {
        @Option(
                names = "--pairs",
                required = true,
                paramLabel = "FILE",
                description = "CSV with two records a line; the mapping names columns without their prefixes.")
        private Path file;

        @Option(names = "--left", defaultValue = "a_", paramLabel = "PREFIX", description = "${DEFAULT-VALUE}")
        private String left;

        @Option(names = "--right", defaultValue = "b_", paramLabel = "PREFIX", description = "${DEFAULT-VALUE}")
        private String right;

        @Option(
                names = "--expect",
                defaultValue = "expect",
                paramLabel = "COLUMN",
                description = "What people said: Match, Possible Match, Not a Match.")
        private String expect;

        @Option(names = "--by", paramLabel = "COLUMN", description = "Tell the result apart by this column.")
        private String by;

        @Option(
                names = "--prior",
                defaultValue = "0",
                paramLabel = "P",
                description = "The share of matches in the file; learnt from the pairs when not given.")
        private double prior;
    }

    @Override
    public Integer call() throws IOException {
        check();
        Policy policy = PolicyCommand.load(policyFile);
        var read = new RecordsRead(services.normalizer(policy, RecordLimits.DEFAULT), Instant.now());
        FileOptions how = options.resolve(policy.identifierTypes().keySet());
        return pairs == null ? evaluateRecords(policy, read, how) : evaluatePairs(policy, read, how);
    }

    private void check() {
        if (mistakesMax < 0 || mistakesMax > MISTAKES_LIMIT) {
            throw new IllegalUse("--mistakes is from 0 to " + MISTAKES_LIMIT);
        }
        if (pairs == null && (files.isEmpty() || truth == null)) {
            throw new IllegalUse("give RECORDS with --truth FILE, or --pairs FILE");
        }
        if (pairs != null && (!files.isEmpty() || truth != null)) {
            throw new IllegalUse("--pairs stands in place of RECORDS and --truth");
        }
        if (pairs != null && !(pairs.prior >= 0 && pairs.prior < 1)) {
            throw new IllegalUse("--prior is above 0 and below 1");
        }
        boolean none = thresholds.equals(List.of(0.0));
        if (!none && thresholds.stream().anyMatch(each -> !(each > 0 && each < 1))
                || thresholds.size() > THRESHOLDS_MAX) {
            throw new IllegalUse("--thresholds are at most " + THRESHOLDS_MAX + " numbers above 0 and below 1, or 0");
        }
        thresholds = none ? List.of() : thresholds;
    }

    private int evaluateRecords(Policy policy, RecordsRead read, FileOptions how) throws IOException {
        Truth known = Truth.load(truth);
        for (String file : files) {
            try (RecordFile records = RecordOptions.open(file, how)) {
                read.add(file, records);
            }
        }
        Matcher matcher = matcher(policy);
        if (train) {
            matcher = ModelChoice.learnt(read.records(), matcher, TrainingSettings.DEFAULT.withSeed(seed));
        }
        EvaluationReport result =
                new Evaluation(read, known, policy, matcher).report(new Evaluation.Depth(mistakesMax, thresholds));
        var values = new RecordValues(read, showValues);
        if (output == Output.JSON) {
            out.println(Json.pretty(EvaluationJson.of(result, policy, values)));
        } else {
            new EvaluationTable(out, values).print(result);
        }
        if (report != null) {
            Files.writeString(report, EvaluationPage.of(result, names(), values::of));
        }
        return (result.counts().refused() == 0 ? ExitCode.OK : ExitCode.REFUSED).code();
    }

    /** Of the files, without their folders: a report is shown around. */
    private String names() {
        return files.stream()
                .map(file -> file.substring(file.replace('\\', '/').lastIndexOf('/') + 1))
                .collect(Collectors.joining(", "));
    }

    private int evaluatePairs(Policy policy, RecordsRead read, FileOptions how) throws IOException {
        var evaluation = new PairsEvaluation(read);
        try (PairFile file = PairFile.open(pairs.file, how, pairs.left, pairs.right)) {
            for (String column : pairs.by == null ? List.of(pairs.expect) : List.of(pairs.expect, pairs.by)) {
                if (!file.columns().contains(column)) {
                    throw new IllegalUse("the file of pairs has no column " + column);
                }
            }
            evaluation.add(pairs.file.toString(), file, pairs.expect, pairs.by);
        }
        Matcher matcher = matcher(policy);
        if (matcher == null) {
            throw new IllegalUse("the policy has no matching, so pairs cannot be judged");
        }
        PairsReport result = evaluation.report(matcher.model(), matcher.matching(), train, pairs.prior, mistakesMax);
        if (output == Output.JSON) {
            out.println(Json.pretty(PairsJson.of(result, policy)));
        } else {
            new PairsTable(out).print(result);
        }
        if (report != null) {
            Files.writeString(
                    report, PairsPage.of(result, pairs.file.getFileName().toString()));
        }
        return (result.unread() == 0 ? ExitCode.OK : ExitCode.REFUSED).code();
    }

    private Matcher matcher(Policy policy) {
        Path folder = policyFile == null ? null : policyFile.toAbsolutePath().getParent();
        Matcher own = ModelChoice.of(policy, new ModelFile(folder == null ? Path.of("") : folder));
        if (own == null && (model != null || train)) {
            throw new IllegalUse("the policy has no matching: thresholds and blocking are needed beside a model");
        }
        if (model == null) {
            return own;
        }
        MatchModel other = new ModelFile(Path.of(""))
                .find(model)
                .orElseThrow(() -> new IllegalUse("there is no model " + model + ": name a shipped one, or a file"));
        return ModelChoice.with(own.matching(), other);
    }
}
