package io.goldenrod.quality;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenrod.match.Matcher;
import io.goldenrod.match.Matcher.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/**
 * How good resolution is on sets of records with a known truth: {@code mvn -Pquality verify -Dquality.data=DIR}, with
 * the shipped models and with models learnt from the sets themselves without the truth.
 */
class QualityBenchmark {

    private static final Path OURS = Path.of("src/test/resources/quality");
    private static final Evaluation.Depth FIGURES = new Evaluation.Depth(0, List.of());

    private final List<String> records = new ArrayList<>();
    private final List<String> pairs = new ArrayList<>();

    @Test
    void printsTheTable() throws IOException {
        String given = System.getProperty("quality.data", "");
        assertThat(given).as("name the folder of sets by -Dquality.data=DIR").isNotEmpty();
        Path data = Path.of(given);
        assertThat(data).isDirectory();
        List<QualitySet> sets = QualitySet.in(data, OURS);
        for (QualitySet set : sets) {
            if (set.isPairs()) {
                pairs(set);
            } else {
                records(set);
            }
        }
        print(data);
        for (Path mapping : mappings()) {
            String name = mapping.getFileName().toString().replaceFirst("\\..*", "");
            if (sets.stream().noneMatch(set -> set.folder().endsWith(name)) && !name.matches("people|organizations")) {
                System.out.println("skipped: " + name + ", which is not in " + data);
            }
        }
        assertThat(sets).as("sets in " + data).isNotEmpty();
    }

    private static List<Path> mappings() throws IOException {
        try (var files = Files.list(OURS)) {
            return files.sorted().toList();
        }
    }

    private void records(QualitySet set) throws IOException {
        RecordsRead read = set.read();
        for (boolean learnt : new boolean[] {false, true}) {
            Matcher matcher = learnt ? set.learnt(read) : set.shipped();
            EvaluationReport report = set.evaluate(read, matcher, FIGURES);
            records.add(String.format(
                    Locale.ROOT,
                    "| %-26s | %-7s | %.4f | %.4f | %.4f | %.4f | %4d / %-4d | %,11d | %6.4f |",
                    set.name(),
                    learnt ? "learnt" : "shipped",
                    report.pairwise().precision(),
                    report.pairwise().recall(),
                    report.pairwise().f1(),
                    report.b3().f1(),
                    report.counts().largestCustomer(),
                    report.counts().largestTrue(),
                    report.matching() == null ? 0 : report.matching().pairsCompared(),
                    report.matching() == null ? 0 : report.matching().blocked().recall()));
        }
    }

    private void pairs(QualitySet set) throws IOException {
        PairsEvaluation evaluation = set.readPairs();
        Matcher shipped = set.shipped();
        for (boolean learnt : new boolean[] {false, true}) {
            PairsReport report = evaluation.report(shipped.model(), shipped.matching(), learnt, 0, 0);
            pairs.add(String.format(
                    Locale.ROOT,
                    "| %-26s | %-7s | %.4f | %.4f | %.4f | %.3f |",
                    set.name(),
                    learnt ? "learnt" : "shipped",
                    report.all().accuracy(),
                    report.all().share(Verdict.NONE, Verdict.MATCH),
                    report.all().share(Verdict.MATCH, Verdict.NONE),
                    report.model().prior()));
        }
    }

    private void print(Path data) {
        System.out.printf("%nQuality on %s%n%n", data);
        if (!records.isEmpty()) {
            System.out.printf(
                    "| %-26s | %-7s | P      | R      | F1     | B³ F1  | largest/true | pairs       | blocks |%n",
                    "set", "model");
            System.out.println("| --- | --- | --- | --- | --- | --- | --- | --- | --- |");
            records.forEach(System.out::println);
        }
        if (!pairs.isEmpty()) {
            System.out.printf("%n| %-26s | %-7s | three-way | not > match | match > not | prior |%n", "set", "model");
            System.out.println("| --- | --- | --- | --- | --- | --- |");
            pairs.forEach(System.out::println);
        }
        System.out.println();
    }
}
