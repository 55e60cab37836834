package io.goldenrod.policy;

import io.goldenrod.policy.InvalidPolicy.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads how records are matched, and refuses what contradicts itself. */
final class MatchingReader {

    static final int RULES_MAX = 20;
    static final int PARTS_MAX = 6;
    static final int ARGUMENT_MAX = 64;
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
    private static final int PART_LENGTH_MAX = 200;
    private static final Pattern RULE_NAME = Pattern.compile("[a-z][a-z0-9_]{0,63}");
    private static final String FIELD = "[A-Za-z_][A-Za-z0-9_]{0,127}(?:\\.[A-Za-z0-9_]{1,64})?";
    private static final Pattern PART = Pattern.compile(
            "(?:([a-zA-Z]{1,32})\\(\\s*(" + FIELD + ")\\s*(?:,\\s*(\\d{1,3})\\s*)?\\)|(" + FIELD + "))");

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

    /** In the order of their names, as their order means nothing. */
    private List<BlockingRule> blocking(Fields fields) {
        List<BlockingRule> rules = new ArrayList<>();
        var entries = fields.entries("blocking", RULES_MAX, "blocking rules");
        if (entries.isEmpty()) {
            fields.problem("blocking", "name at least one rule: without one, no pair is ever compared");
        }
        entries.forEach((name, value) -> {
            String path = "matching.blocking." + name;
            if (!RULE_NAME.matcher(name).matches()) {
                problems.add(new Problem(
                        path, Fields.shown(name), "a rule is named by 1 to 64 of a-z, 0-9 and _, first a letter", 0));
            }
            rules.add(new BlockingRule(name, parts(path, value)));
        });
        rules.sort(Comparator.comparing(BlockingRule::name));
        return rules;
    }

    private List<BlockingRule.Part> parts(String path, Object value) {
        List<?> written = value instanceof List<?> list ? list : List.of(value);
        if (written.isEmpty() || written.size() > PARTS_MAX) {
            problems.add(new Problem(path, written.size() + " parts", "1 to " + PARTS_MAX + " parts are needed", 0));
        }
        List<BlockingRule.Part> parts = new ArrayList<>();
        for (int i = 0; i < Math.min(written.size(), PARTS_MAX); i++) {
            String place = value instanceof List<?> ? path + "[" + i + "]" : path;
            String text = written.get(i) instanceof String given && given.length() <= PART_LENGTH_MAX ? given : "";
            Matcher part = PART.matcher(text.strip());
            if (!part.matches()) {
                problems.add(new Problem(
                        place,
                        Fields.shown(written.get(i)),
                        "a field, or a function of one, as in soundex(familyName) or prefix(givenName, 2)",
                        0));
                continue;
            }
            int argument = part.group(3) == null ? 0 : Integer.parseInt(part.group(3));
            if (argument > ARGUMENT_MAX) {
                problems.add(new Problem(place, text, "a length is at most " + ARGUMENT_MAX, 0));
            }
            var read = part.group(4) != null
                    ? new BlockingRule.Part("exact", part.group(4), 0)
                    : new BlockingRule.Part(part.group(1), part.group(2), argument);
            models.problemOf(read).ifPresent(sentence -> problems.add(new Problem(place, text, sentence, 0)));
            parts.add(read);
        }
        return parts;
    }
}
