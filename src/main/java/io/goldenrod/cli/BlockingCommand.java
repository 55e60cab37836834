package io.goldenrod.cli;

import io.goldenrod.ingest.ModelFile;
import io.goldenrod.ingest.YamlDocument;
import io.goldenrod.ingest.file.FileOptions;
import io.goldenrod.ingest.file.RecordFile;
import io.goldenrod.match.BlockingFunction;
import io.goldenrod.match.RuleBlocks.Block;
import io.goldenrod.normalize.RecordLimits;
import io.goldenrod.policy.BlockingReader;
import io.goldenrod.policy.BlockingRule;
import io.goldenrod.policy.InvalidPolicy;
import io.goldenrod.policy.Policy;
import io.goldenrod.quality.BlockingAnalysis;
import io.goldenrod.quality.BlockingAnalysis.Findings;
import io.goldenrod.quality.Truth;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "blocking",
        mixinStandardHelpOptions = true,
        description = "Counts the pairs of records that blocking rules find in files, without a database.")
final class BlockingCommand implements Callable<Integer> {

    private static final int BLOCK_RECORDS_MAX = 10_000;
    private static final int BLOCK_RECORDS_DEFAULT = 200;

    /** How to print the findings. */
    enum Output {
        TABLE,
        JSON
    }

    @Parameters(
            arity = "0..*",
            paramLabel = "RECORDS",
            description = "NDJSON, CSV, Senzing JSON or Parquet; - for standard input.")
    private List<String> files = new ArrayList<>();

    @Option(names = "--policy", paramLabel = "FILE", description = "The policy; the shipped one when not given.")
    private Path policyFile;

    @Option(
            names = "--rules",
            paramLabel = "FILE",
            description = "YAML: rules to try instead of the policy's, as matching.blocking has them.")
    private Path rulesFile;

    @Option(
            names = "--block-records-max",
            paramLabel = "N",
            description = "Larger blocks are skipped (2 to 10000); as in the policy when not given.")
    private Integer blockRecordsMax;

    @Option(
            names = "--truth",
            paramLabel = "FILE",
            description = "CSV: record_id,entity_id; how many true pairs each rule finds.")
    private Path truth;

    @Option(names = "--missed", defaultValue = "5", description = "How many missed true pairs to tell (0 to 1000).")
    private int missedMax;

    @Option(names = "--largest", defaultValue = "5", description = "How many of the largest blocks to tell (0 to 10).")
    private int largestMax;

    @Option(
            names = "--show-values",
            description = "Shows the values that the largest blocks share; they are personal data.")
    private boolean values;

    @Option(names = "--functions", description = "Lists what rules can make of a field, and does nothing else.")
    private boolean functions;

    @Option(names = "--output", defaultValue = "table", description = "${COMPLETION-CANDIDATES}")
    private Output output;

    @Mixin
    private RecordOptions options;

    private final Services services;
    private final PrintWriter out;

    BlockingCommand(Services services, PrintWriter out) {
        this.services = services;
        this.out = out;
    }

    @Override
    public Integer call() throws IOException {
        if (functions) {
            for (BlockingFunction each : BlockingFunction.values()) {
                out.printf("%-13s %s%n%-13s   %s%n", each.written(), each.meaning(), "", each.example());
            }
            return ExitCode.OK.code();
        }
        checkArguments();
        Policy policy = PolicyCommand.load(policyFile);
        var analysis = new BlockingAnalysis(
                services.normalizer(policy, RecordLimits.DEFAULT),
                rules(policy),
                blockRecordsMax(policy),
                Instant.now());
        FileOptions read = options.resolve(policy.identifierTypes().keySet());
        for (String file : files) {
            try (RecordFile records = RecordOptions.open(file, read)) {
                analysis.add(records);
            }
        }
        Findings findings = analysis.find(
                truth == null ? null : Truth.load(truth),
                missedMax,
                Runtime.getRuntime().availableProcessors());
        List<LargeBlock> largest = largest(findings);
        if (output == Output.JSON) {
            out.println(Json.pretty(BlockingReport.json(findings, largest)));
        } else {
            new BlockingReport(out).table(findings, largest);
        }
        return (findings.refused() == 0 ? ExitCode.OK : ExitCode.REFUSED).code();
    }

    private void checkArguments() {
        if (files.isEmpty()) {
            throw new IllegalUse("name the files of records");
        }
        if (missedMax < 0 || missedMax > 1000) {
            throw new IllegalUse("--missed is from 0 to 1000");
        }
        if (largestMax < 0 || largestMax > 10) {
            throw new IllegalUse("--largest is from 0 to 10");
        }
        if (blockRecordsMax != null && (blockRecordsMax < 2 || blockRecordsMax > BLOCK_RECORDS_MAX)) {
            throw new IllegalUse("--block-records-max is from 2 to " + BLOCK_RECORDS_MAX);
        }
    }

    private List<BlockingRule> rules(Policy policy) {
        if (rulesFile == null) {
            if (policy.matching() == null) {
                throw new IllegalUse("the policy has no blocking rules: give some by --rules");
            }
            return policy.matching().blocking();
        }
        YamlDocument document = YamlDocument.load(rulesFile);
        try {
            return BlockingReader.read(document.values(), new ModelFile(Path.of("")));
        } catch (InvalidPolicy invalid) {
            throw invalid.in(document.name(), document::lineOf);
        }
    }

    private int blockRecordsMax(Policy policy) {
        if (blockRecordsMax != null) {
            return blockRecordsMax;
        }
        return policy.matching() == null
                ? BLOCK_RECORDS_DEFAULT
                : policy.matching().blockRecordsMax();
    }

    /**
     * A block among the largest of all rules.
     *
     * @param keyOrNull its name; null when values are not to be shown
     */
    record LargeBlock(String rule, String keyOrNull, int records) {}

    private List<LargeBlock> largest(Findings findings) {
        record Ruled(String rule, Block block) {}
        return findings.rules().stream()
                .flatMap(rule -> rule.blocks().largest().stream()
                        .map(block -> new Ruled(rule.rule().name(), block)))
                .sorted(Comparator.comparingInt((Ruled each) -> -each.block.records())
                        .thenComparing(each -> each.block.key()))
                .limit(largestMax)
                .map(each -> new LargeBlock(each.rule, values ? each.block.key() : null, each.block.records()))
                .toList();
    }
}
