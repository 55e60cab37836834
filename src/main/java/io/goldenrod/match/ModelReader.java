package io.goldenrod.match;

import io.goldenrod.policy.Fields;
import io.goldenrod.policy.InvalidPolicy;
import io.goldenrod.policy.InvalidPolicy.Problem;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Turns a document into a model: checks every figure and what figures say about each other.
 *
 * <p>Levels are named in the order of their comparison, strongest first, so that a reader sees the weights fall.
 */
public final class ModelReader {

    static final int FIELDS_MAX = 50;

    private static final int NAME_LENGTH_MAX = 64;
    private static final int KIND_LENGTH_MAX = 128;
    private static final int TERM_LENGTH_MAX = 512;
    private static final int LEVELS_MAX = 50;
    private static final int VERSION_MAX = 1_000_000_000;
    private static final double CHANCE_MIN = 1e-9;
    /** What rounding may take from or add to a sum of 1. */
    private static final double SUM_TOLERANCE = 0.001;

    private static final Pattern FIELD_NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_.]{0,127}");

    private final List<Problem> problems = new ArrayList<>();

    private ModelReader() {}

    /**
     * Reads a document of maps, lists, texts and numbers.
     *
     * @param name of the document, for messages
     * @throws InvalidPolicy listing everything that is wrong with it
     */
    public static MatchModel read(Map<String, Object> document, String name) throws InvalidPolicy {
        var reader = new ModelReader();
        Optional<MatchModel> model = reader.model(Fields.of("", document, reader.problems));
        if (!reader.problems.isEmpty()) {
            throw new InvalidPolicy(name, reader.problems);
        }
        return model.orElseThrow();
    }

    private Optional<MatchModel> model(Fields document) {
        String name = document.requiredText("name", NAME_LENGTH_MAX, "the model in a word or two");
        int version = required(document, "version") ? document.number("version", 1, VERSION_MAX, 1) : 1;
        double prior = required(document, "prior") ? chance(document, "prior") : 0.5;
        double relatedPrior = document.decimal("relatedPrior", 0, 1 - CHANCE_MIN, 0);
        double neighborsPrior = document.decimal("neighborsPrior", 0, 1 - CHANCE_MIN, 0);
        List<FieldModel> fields = new ArrayList<>();
        Map<String, Object> entries = document.entries("fields", FIELDS_MAX, "fields");
        if (entries.isEmpty()) {
            document.problem("fields", "name at least one field to compare");
        }
        entries.forEach((field, value) -> field(field, value).ifPresent(fields::add));
        document.refuseUnknown();
        if (!problems.isEmpty()) {
            return Optional.empty();
        }
        checkClasses(prior, relatedPrior + neighborsPrior);
        if (!problems.isEmpty()) {
            return Optional.empty();
        }
        MatchModel model = ModelWriter.hashed(name, version, prior, relatedPrior, neighborsPrior, fields);
        if (model.weightMax() < 0) {
            problem(
                    "fields",
                    "weights",
                    "no agreement outweighs the prior: all levels at their best give " + percent(model.weightMax())
                            + ", so that no two records would ever be one person's");
        }
        return Optional.of(model);
    }

    private void checkClasses(double prior, double near) {
        if (prior >= 0.5) {
            problem("prior", String.valueOf(prior), "below 0.5 is needed: any two records would be one person's");
        }
        if (prior + near >= 0.75) {
            problem(
                    "relatedPrior",
                    String.valueOf(near),
                    "prior, relatedPrior and neighborsPrior together leave less than a quarter of all pairs to strangers");
        }
    }

    private static boolean required(Fields fields, String key) {
        if (!fields.has(key)) {
            fields.problem(key, "it is needed");
        }
        return fields.has(key);
    }

    private static double chance(Fields fields, String key) {
        return fields.decimal(key, CHANCE_MIN, 1 - CHANCE_MIN, 0.5);
    }

    private Optional<FieldModel> field(String name, Object value) {
        String path = "fields." + name;
        if (!FIELD_NAME.matcher(name).matches()) {
            problem(path, Fields.shown(name), "a field is an attribute, a part of one, or a type of identifier");
        }
        Fields field = Fields.of(path, value, problems);
        String kind = field.requiredText("comparison", KIND_LENGTH_MAX, "how the field is compared");
        List<String> reads = List.copyOf(field.texts("fields", Comparisons.FIELDS_MAX, KIND_LENGTH_MAX));
        Optional<Comparison<?>> comparison = comparison(field, kind, reads);
        TermFrequencies frequencies =
                field.has("frequencies") ? frequencies(field.map("frequencies")) : TermFrequencies.NONE;
        Map<String, Object> levels = field.entries("levels", LEVELS_MAX, "levels");
        field.refuseUnknown();
        if (comparison.isEmpty()
                || !checkLevels(path + ".levels", levels, comparison.get().levels())) {
            return Optional.empty();
        }
        var figures = new LinkedHashMap<String, List<Double>>();
        List<String> classes = Stream.of("m", "u", "related", "neighbors")
                .filter(each -> each.length() == 1
                        || levels.values().stream()
                                .anyMatch(level -> level instanceof Map<?, ?> map && map.containsKey(each)))
                .toList();
        classes.forEach(each -> figures.put(each, new ArrayList<>()));
        int before = problems.size();
        levels.forEach((level, given) -> {
            Fields figure = Fields.of(path + ".levels." + level, given, problems);
            classes.forEach(each -> figures.get(each).add(required(figure, each) ? chance(figure, each) : 0.5));
            figure.refuseUnknown();
        });
        if (problems.size() > before) {
            return Optional.empty();
        }
        figures.forEach((each, values) -> checkSum(path + ".levels", each, values));
        return Optional.of(new FieldModel(
                name,
                comparison.get(),
                reads,
                figures.get("m"),
                figures.get("u"),
                figures.getOrDefault("related", List.of()),
                figures.getOrDefault("neighbors", List.of()),
                frequencies));
    }

    private static Optional<Comparison<?>> comparison(Fields field, String kind, List<String> reads) {
        if (kind == null) {
            return Optional.empty();
        }
        List<String> wrong = Comparisons.problems(kind, reads);
        boolean known = Comparisons.kinds().contains(kind);
        wrong.forEach(each -> field.problem(
                known ? "fields" : "comparison", known ? each : Fields.didYouMean(kind, Comparisons.kinds()) + each));
        return wrong.isEmpty() ? Optional.of(Comparisons.of(kind, reads)) : Optional.empty();
    }

    private boolean checkLevels(String path, Map<String, Object> given, List<String> needed) {
        int before = problems.size();
        for (String level : needed) {
            if (!given.containsKey(level)) {
                problem(path, "without " + level, "every level has its figures: " + Fields.listed(needed));
            }
        }
        for (String level : given.keySet()) {
            if (!needed.contains(level)) {
                problem(
                        path + "." + level,
                        "unknown",
                        Fields.didYouMean(level, needed) + "levels of this comparison: " + Fields.listed(needed));
            }
        }
        if (problems.size() == before && !List.copyOf(given.keySet()).equals(needed)) {
            problem(path, "out of order", "strongest first: " + Fields.listed(needed));
        }
        return problems.size() == before;
    }

    private void checkSum(String path, String figure, List<Double> values) {
        double sum = values.stream().mapToDouble(Double::doubleValue).sum();
        if (Math.abs(sum - 1) > SUM_TOLERANCE) {
            problem(
                    path,
                    "the " + figure + " of all levels sum to "
                            + BigDecimal.valueOf(Math.round(sum * 1e6), 6)
                                    .stripTrailingZeros()
                                    .toPlainString(),
                    "they must sum to 1");
        }
    }

    private TermFrequencies frequencies(Fields fields) {
        double otherwise = required(fields, "otherwise") ? chance(fields, "otherwise") : 0.5;
        var shares = new LinkedHashMap<String, Double>();
        Map<String, Object> entries = fields.entries("shares", TermFrequencies.TERMS_MAX, "terms");
        Fields each = fields.map("shares");
        double sum = 0;
        for (String term : entries.keySet()) {
            if (term.length() > TERM_LENGTH_MAX) {
                each.problem(term, "a term has at most " + TERM_LENGTH_MAX + " characters");
            }
            double share = chance(each, term);
            shares.put(term, share);
            sum += share;
        }
        if (sum > 1 + SUM_TOLERANCE) {
            fields.problem("shares", "shares of one whole sum to at most 1");
        }
        fields.refuseUnknown();
        return new TermFrequencies(shares, otherwise);
    }

    private static String percent(double weight) {
        return BigDecimal.valueOf(Math.round(Score.probability(weight) * 1e6), 4)
                        .stripTrailingZeros()
                        .toPlainString() + " %";
    }

    private void problem(String path, String given, String allowed) {
        problems.add(new Problem(path, given, allowed, 0));
    }
}
