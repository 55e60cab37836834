package io.goldenrod.policy;

import io.goldenrod.policy.InvalidPolicy.Problem;
import java.util.List;
import java.util.Optional;

/** Reads how records are matched, and refuses what contradicts itself. */
final class MatchingReader {

    static final int RULES_MAX = 20;
    static final int BLOCK_RECORDS_MAX = 10_000;
    static final int BLOCK_RECORDS_DEFAULT = 200;
    static final double MATCH_DEFAULT = 0.95;
    static final double REVIEW_DEFAULT = 0.5;
    static final double WEIGHT_LIMIT = 100;
    static final double WEIGHT_MIN_DEFAULT = 0;
    static final int SAMPLE_MAX = 100;
    static final int SAMPLE_DEFAULT = 10;

    private static final double PROBABILITY_MIN = 0.000001;
    private static final double PROBABILITY_MAX = 0.999999;
    private static final int MODEL_LENGTH_MAX = 1_024;

    private final ModelCatalog models;
    private final List<Problem> problems;

    MatchingReader(ModelCatalog models, List<Problem> problems) {
        this.models = models;
        this.problems = problems;
    }

    Matching read(Object value) {
        Fields fields = Fields.of("matching", value, problems);
        String model = fields.requiredText("model", MODEL_LENGTH_MAX, "a shipped model, or the file of one");
        String hash = model == null ? "" : hash(fields, model);
        double match = fields.decimal("match", PROBABILITY_MIN, PROBABILITY_MAX, MATCH_DEFAULT);
        double review = fields.decimal("review", PROBABILITY_MIN, PROBABILITY_MAX, Math.min(match, REVIEW_DEFAULT));
        if (review > match) {
            fields.problem("review", "at most the probability of match, " + match + ", is needed");
        }
        if (!hash.isEmpty()) {
            models.problemOf(model, match).ifPresent(sentence -> fields.problem("match", sentence));
        }
        List<BlockingRule> blocking = blocking(fields);
        int blockRecordsMax = fields.number("blockRecordsMax", 2, BLOCK_RECORDS_MAX, BLOCK_RECORDS_DEFAULT);
        Matching.Chain chain = fields.has("chain") ? chain(fields.map("chain")) : null;
        fields.refuseUnknown();
        return new Matching(model == null ? "" : model, hash, match, review, blocking, blockRecordsMax, chain);
    }

    private String hash(Fields fields, String model) {
        Optional<String> found;
        try {
            found = models.hashOf(model);
        } catch (InvalidPolicy invalid) {
            invalid.problems().forEach(each -> fields.problem("model", "in that model, " + each));
            return "";
        }
        if (found.isEmpty()) {
            fields.problem("model", "there is no such model: name a shipped one, or a file");
            return "";
        }
        if (fields.has("modelHash") && !found.get().equals(fields.value("modelHash"))) {
            fields.problem(
                    "modelHash",
                    "the model is another one than when this was written: its hash is " + found.get()
                            + "; remove modelHash to take the model as it is");
        }
        return found.get();
    }

    private static Matching.Chain chain(Fields fields) {
        var chain = new Matching.Chain(
                fields.decimal("weightMin", -WEIGHT_LIMIT, WEIGHT_LIMIT, WEIGHT_MIN_DEFAULT),
                fields.number("sampleMax", 1, SAMPLE_MAX, SAMPLE_DEFAULT));
        fields.refuseUnknown();
        return chain;
    }

    private List<BlockingRule> blocking(Fields fields) {
        var entries = fields.entries("blocking", RULES_MAX, "blocking rules");
        if (entries.isEmpty()) {
            fields.problem("blocking", "name at least one rule: without one, no pair is ever compared");
        }
        return new BlockingReader(models, problems).rules("matching.blocking.", entries);
    }
}
