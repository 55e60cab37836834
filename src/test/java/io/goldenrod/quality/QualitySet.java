package io.goldenrod.quality;

import io.goldenrod.ingest.ModelFile;
import io.goldenrod.ingest.PolicyFile;
import io.goldenrod.ingest.YamlDocument;
import io.goldenrod.ingest.file.FieldMapping;
import io.goldenrod.ingest.file.FileOptions;
import io.goldenrod.ingest.file.MappingFile;
import io.goldenrod.ingest.file.PairFile;
import io.goldenrod.ingest.file.RecordFile;
import io.goldenrod.match.Matcher;
import io.goldenrod.match.training.TrainingSettings;
import io.goldenrod.normalize.RecordLimits;
import io.goldenrod.normalize.RecordNormalizer;
import io.goldenrod.policy.Policy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder with records and their truth, or with pairs and what people said of them, and the mapping by which to read
 * it.
 *
 * @param mapping null for files that need none
 * @param policy of people, or of organisations
 */
record QualitySet(String name, Path folder, Path mapping, Path policy) {

    private static final String TRUTH = "truth.csv";
    private static final String PAIRS = "pairs.csv";
    private static final LocalDate LATEST = LocalDate.of(2026, 12, 31);
    private static final Instant ARRIVAL = Instant.parse("2026-12-31T00:00:00Z");

    /**
     * The sets of a folder of folders, by name. A mapping lies with ours as {@code SET.yml} or {@code SET.VARIANT.yml},
     * or in the set's own folder as {@code mapping.yml}; a set of JSON files needs none.
     *
     * @param ours the mappings and policies that come with the tests
     */
    static List<QualitySet> in(Path data, Path ours) throws IOException {
        List<QualitySet> sets = new ArrayList<>();
        for (Path folder : listed(data)) {
            String name = folder.getFileName().toString();
            if (!Files.exists(folder.resolve(TRUTH)) && !Files.exists(folder.resolve(PAIRS))) {
                continue;
            }
            List<Path> mappings = new ArrayList<>();
            for (Path each : listed(ours)) {
                String file = each.getFileName().toString();
                if (file.equals(name + ".yml") || file.startsWith(name + ".") && file.endsWith(".yml")) {
                    mappings.add(each);
                }
            }
            if (mappings.isEmpty() && Files.exists(folder.resolve("mapping.yml"))) {
                mappings.add(folder.resolve("mapping.yml"));
            }
            for (Path mapping : mappings) {
                String file = mapping.getFileName().toString();
                String variant = file.startsWith(name + ".") && !file.equals(name + ".yml")
                        ? file.substring(name.length(), file.length() - ".yml".length())
                        : "";
                sets.add(new QualitySet(name + variant, folder, mapping, policy(folder, mapping, ours)));
            }
            if (mappings.isEmpty() && !json(folder).isEmpty()) {
                sets.add(new QualitySet(name, folder, null, policy(folder, null, ours)));
            }
        }
        return sets;
    }

    private static List<Path> listed(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private static List<Path> json(Path folder) throws IOException {
        return listed(folder).stream()
                .filter(file -> file.toString().matches(".*\\.(jsonl|ndjson)(\\.gz)?"))
                .toList();
    }

    /** The folder's own, or that of organisations where the mapping knows no names of people. */
    private static Path policy(Path folder, Path mapping, Path ours) throws IOException {
        if (Files.exists(folder.resolve("policy.yml"))) {
            return folder.resolve("policy.yml");
        }
        String text = mapping == null ? "" : Files.readString(mapping);
        boolean organizations = text.contains("organization:") && !text.matches("(?s).*(givenName|fullName):.*");
        return ours.resolve(organizations ? "organizations.policy.yml" : "people.policy.yml");
    }

    boolean isPairs() {
        return Files.exists(folder.resolve(PAIRS));
    }

    private RecordsRead empty(Policy policy) {
        return new RecordsRead(new RecordNormalizer(policy, RecordLimits.DEFAULT)::normalize, ARRIVAL);
    }

    private FileOptions options(Policy policy) {
        var types = policy.identifierTypes().keySet();
        FieldMapping fields = mapping == null ? null : MappingFile.read(YamlDocument.load(mapping), types);
        return new FileOptions(null, fields, null, StandardCharsets.UTF_8, null, types, RecordLimits.DEFAULT, LATEST);
    }

    Policy effective() {
        return PolicyFile.load(policy);
    }

    Matcher shipped() {
        return ModelChoice.of(effective(), new ModelFile(policy.getParent()));
    }

    RecordsRead read() throws IOException {
        Policy rules = effective();
        RecordsRead read = empty(rules);
        List<Path> files = mapping == null ? json(folder) : List.of(folder.resolve("records.csv"));
        for (Path file : files) {
            try (RecordFile records = RecordFile.open(file, options(rules))) {
                read.add(file.toString(), records);
            }
        }
        return read;
    }

    EvaluationReport evaluate(RecordsRead read, Matcher matcher, Evaluation.Depth depth) throws IOException {
        return new Evaluation(read, Truth.load(folder.resolve(TRUTH)), effective(), matcher).report(depth);
    }

    Matcher learnt(RecordsRead read) {
        return ModelChoice.learnt(read.records(), shipped(), TrainingSettings.DEFAULT);
    }

    PairsEvaluation readPairs() throws IOException {
        Policy rules = effective();
        var evaluation = new PairsEvaluation(empty(rules));
        Path file = folder.resolve(PAIRS);
        try (PairFile pairs = PairFile.open(file, options(rules), "a_", "b_")) {
            evaluation.add(file.toString(), pairs, "expect", pairs.columns().contains("scenario") ? "scenario" : null);
        }
        return evaluation;
    }
}
