package io.goldenrod.cli;

import io.goldenrod.identity.RecordKey;
import io.goldenrod.ingest.file.FileOptions;
import io.goldenrod.ingest.file.RecordFile;
import io.goldenrod.normalize.RecordLimits;
import io.goldenrod.policy.Policy;
import io.goldenrod.quality.Contingency.Mistake;
import io.goldenrod.quality.Evaluation;
import io.goldenrod.quality.Evaluation.Score;
import io.goldenrod.quality.Truth;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        description = "Resolves files in memory, without a database, and scores the result against a known truth.")
final class EvaluateCommand implements Callable<Integer> {

    /** How to print the score. */
    enum Output {
        TABLE,
        JSON
    }

    @Parameters(
            arity = "1..*",
            paramLabel = "RECORDS",
            description = "NDJSON, CSV or Senzing JSON; - for standard input.")
    private List<String> files;

    @Option(names = "--truth", required = true, paramLabel = "FILE", description = "CSV: record_id,entity_id.")
    private Path truth;

    @Option(names = "--policy", paramLabel = "FILE", description = "The policy; the shipped one when not given.")
    private Path policyFile;

    @Option(names = "--output", defaultValue = "table", description = "${COMPLETION-CANDIDATES}")
    private Output output;

    @Option(
            names = "--mistakes",
            defaultValue = "5",
            description = "How many of the worst to tell of each kind (0 to 1000).")
    private int mistakesMax;

    @Mixin
    private RecordOptions options;

    private final Services services;
    private final PrintWriter out;

    EvaluateCommand(Services services, PrintWriter out) {
        this.services = services;
        this.out = out;
    }

    @Override
    public Integer call() throws IOException {
        if (mistakesMax < 0 || mistakesMax > 1000) {
            throw new IllegalUse("--mistakes is from 0 to 1000");
        }
        Policy policy = PolicyCommand.load(policyFile);
        FileOptions read = options.resolve(policy.identifierTypes().keySet());
        var evaluation = new Evaluation(
                services.normalizer(policy, RecordLimits.DEFAULT),
                services.resolver(policy),
                Truth.load(truth),
                Instant.now());
        for (String file : files) {
            try (RecordFile records = RecordOptions.open(file, read)) {
                evaluation.add(file, records);
            }
        }
        Score score = evaluation.score(mistakesMax);
        if (output == Output.JSON) {
            out.println(Json.pretty(json(score, policy)));
        } else {
            table(score);
        }
        return (score.refused() == 0 ? ExitCode.OK : ExitCode.REFUSED).code();
    }

    private static Map<String, Object> json(Score score, Policy policy) {
        var json = new LinkedHashMap<String, Object>();
        json.put("policy", policy.hash());
        json.put("lines", score.lines());
        json.put("records", score.records());
        json.put("refused", score.refused());
        json.put("unlabelled", score.unlabelled());
        json.put("truthUnused", score.truthUnused());
        json.put("customers", score.customers());
        json.put("entities", score.entities());
        json.put("largestCustomer", score.largestCustomer());
        json.put("largestTrue", score.largestTrue());
        var pairwise = measure(
                score.pairwise().precision(),
                score.pairwise().recall(),
                score.pairwise().f1());
        pairwise.put("foundPairs", score.pairwise().foundPairs());
        pairwise.put("truePairs", score.pairwise().truePairs());
        pairwise.put("correctPairs", score.pairwise().correctPairs());
        json.put("pairwise", pairwise);
        json.put(
                "b3",
                measure(score.b3().precision(), score.b3().recall(), score.b3().f1()));
        json.put(
                "falseMerges",
                score.falseMerges().stream()
                        .map(mistake -> json(mistake, "byEntity"))
                        .toList());
        json.put(
                "misses",
                score.misses().stream()
                        .map(mistake -> json(mistake, "byCustomer"))
                        .toList());
        json.put("warnings", score.warnings());
        json.put("refusals", score.refusals());
        return json;
    }

    private static Map<String, Object> measure(double precision, double recall, double f1) {
        var measure = new LinkedHashMap<String, Object>();
        measure.put("precision", precision);
        measure.put("recall", recall);
        measure.put("f1", f1);
        return measure;
    }

    private static Map<String, Object> json(Mistake mistake, String parts) {
        var json = new LinkedHashMap<String, Object>();
        json.put("wrongPairs", mistake.wrongPairs());
        json.put(
                parts,
                mistake.parts().stream()
                        .map(part -> part.stream().map(RecordKey::toString).toList())
                        .toList());
        return json;
    }

    private void table(Score score) {
        line("records", "%,d (%,d lines, %,d refused)", score.records(), score.lines(), score.refused());
        line(
                "truth",
                "%,d entities, largest %,d; %,d records without truth, %,d of the truth without record",
                score.entities(),
                score.largestTrue(),
                score.unlabelled(),
                score.truthUnused());
        line("customers", "%,d, largest %,d", score.customers(), score.largestCustomer());
        out.printf("%n%-10s %9s %9s %9s%n", "", "precision", "recall", "f1");
        var pairwise = score.pairwise();
        measures("pairwise", pairwise.precision(), pairwise.recall(), pairwise.f1());
        measures("b3", score.b3().precision(), score.b3().recall(), score.b3().f1());
        mistakes("Worst false merges: wrong pairs, records by true entity", score.falseMerges());
        mistakes("Worst misses: missing pairs, records by customer", score.misses());
        if (!score.warnings().isEmpty()) {
            out.printf("%nLeft out of records%n");
            score.warnings().forEach((what, count) -> out.printf("%,10d  %s%n", count, what));
        }
        if (!score.refusals().isEmpty()) {
            out.printf("%nFirst refused lines%n");
            score.refusals()
                    .forEach(refusal -> out.printf(
                            "%s:%d  %s  %s: %s%n",
                            refusal.file(),
                            refusal.line(),
                            refusal.problem().field(),
                            refusal.problem().code(),
                            refusal.problem().message()));
        }
    }

    private void line(String name, String format, Object... values) {
        out.printf("%-10s %s%n", name, String.format(Locale.ROOT, format, values));
    }

    private void measures(String name, double precision, double recall, double f1) {
        out.printf(Locale.ROOT, "%-10s %9.4f %9.4f %9.4f%n", name, precision, recall, f1);
    }

    private void mistakes(String title, List<Mistake> mistakes) {
        if (!mistakes.isEmpty()) {
            out.printf("%n%s%n", title);
        }
        mistakes.forEach(mistake -> out.printf(
                "%,10d  %s%n",
                mistake.wrongPairs(),
                mistake.parts().stream()
                        .map(part -> part.stream().map(RecordKey::toString).collect(Collectors.joining(" ")))
                        .collect(Collectors.joining(" | "))));
    }
}
