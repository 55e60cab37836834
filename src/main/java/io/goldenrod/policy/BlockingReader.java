package io.goldenrod.policy;

import io.goldenrod.policy.InvalidPolicy.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads blocking rules, {@code rule_name: [field, function(field), function(field, 3)]}. */
public final class BlockingReader {

    static final int PARTS_MAX = 6;
    static final int ARGUMENT_MAX = 64;

    private static final int PART_LENGTH_MAX = 200;
    private static final Pattern RULE_NAME = Pattern.compile("[a-z][a-z0-9_]{0,63}");
    private static final String FIELD = "[A-Za-z_][A-Za-z0-9_]{0,127}(?:\\.[A-Za-z0-9_]{1,64})?";
    private static final Pattern PART = Pattern.compile(
            "(?:([a-zA-Z]{1,32})\\(\\s*(" + FIELD + ")\\s*(?:,\\s*(\\d{1,3})\\s*)?\\)|(" + FIELD + "))");

    private final ModelCatalog models;
    private final List<Problem> problems;

    BlockingReader(ModelCatalog models, List<Problem> problems) {
        this.models = models;
        this.problems = problems;
    }

    /**
     * The rules of a document that holds nothing else.
     *
     * @throws InvalidPolicy with everything that is wrong with them
     */
    public static List<BlockingRule> read(Map<String, Object> document, ModelCatalog models) {
        List<Problem> problems = new ArrayList<>();
        List<BlockingRule> rules = new BlockingReader(models, problems).rules("", document);
        if (document.isEmpty() || document.size() > MatchingReader.RULES_MAX) {
            String needed = "1 to " + MatchingReader.RULES_MAX + " rules are needed";
            problems.add(new Problem("", document.size() + " rules", needed, 0));
        }
        if (!problems.isEmpty()) {
            throw new InvalidPolicy("the blocking rules", problems);
        }
        return rules;
    }

    /**
     * In the order of their names, as their order means nothing.
     *
     * @param place in front of their names in problems
     */
    List<BlockingRule> rules(String place, Map<String, ?> entries) {
        List<BlockingRule> rules = new ArrayList<>();
        entries.forEach((name, value) -> {
            String path = place + name;
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
        List<?> written = value instanceof List<?> list ? whole(list) : value == null ? List.of() : List.of(value);
        if (written.isEmpty() || written.size() > PARTS_MAX) {
            problems.add(new Problem(path, written.size() + " parts", "1 to " + PARTS_MAX + " parts are needed", 0));
        }
        List<BlockingRule.Part> parts = new ArrayList<>();
        for (int i = 0; i < Math.min(written.size(), PARTS_MAX); i++) {
            part(value instanceof List<?> ? path + "[" + i + "]" : path, written.get(i), parts);
        }
        return parts;
    }

    /** YAML parts {@code [prefix(givenName, 2)]} at its comma: the halves are put together again. */
    private static List<Object> whole(List<?> written) {
        List<Object> whole = new ArrayList<>();
        for (Object each : written) {
            Object last = whole.isEmpty() ? null : whole.get(whole.size() - 1);
            boolean rest = each instanceof String text && text.endsWith(")") && text.indexOf('(') < 0;
            if (rest && last instanceof String start && start.indexOf('(') > 0 && start.indexOf(')') < 0) {
                whole.set(whole.size() - 1, start + ", " + each);
            } else {
                whole.add(each);
            }
        }
        return whole;
    }

    private void part(String place, Object value, List<BlockingRule.Part> parts) {
        String text = value instanceof String given && given.length() <= PART_LENGTH_MAX ? given : "";
        Matcher part = PART.matcher(text.strip());
        if (!part.matches()) {
            problems.add(new Problem(
                    place,
                    Fields.shown(value),
                    "a field, or a function of one, as in soundex(familyName) or prefix(givenName, 2)",
                    0));
            return;
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
}
