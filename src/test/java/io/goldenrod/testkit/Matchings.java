package io.goldenrod.testkit;

import io.goldenrod.identity.SourceRecord;
import io.goldenrod.match.Comparison;
import io.goldenrod.match.FieldModel;
import io.goldenrod.match.MatchModel;
import io.goldenrod.match.Matcher;
import io.goldenrod.match.TermFrequencies;
import io.goldenrod.policy.BlockingRule;
import io.goldenrod.policy.Matching;
import java.util.ArrayList;
import java.util.List;

/** Small ways of matching: few values, few levels, and blocks that are soon too large. */
public final class Matchings {

    private static final String HASH = "a".repeat(64);

    private static final MatchModel MODEL = new MatchModel(
            "test",
            1,
            0.2,
            List.of(
                    field("givenName", List.of(0.7, 0.2, 0.1), List.of(0.2, 0.2, 0.6)),
                    field("familyName", List.of(0.8, 0.1, 0.1), List.of(0.2, 0.1, 0.7)),
                    field("city", List.of(0.5, 0.2, 0.3), List.of(0.3, 0.2, 0.5))),
            HASH);

    private Matchings() {}

    private static FieldModel field(String name, List<Double> m, List<Double> u) {
        return new FieldModel(name, new Likeness(name), m, u, List.of(), TermFrequencies.NONE);
    }

    /** The same, beginning alike, or neither. */
    private record Likeness(String attribute) implements Comparison<String> {

        @Override
        public String kind() {
            return attribute;
        }

        @Override
        public List<String> levels() {
            return List.of("exact", "begins alike", "else");
        }

        @Override
        public String prepare(SourceRecord record) {
            return record.comparable(attribute);
        }

        @Override
        public int level(String left, String right) {
            return left.equals(right) ? 0 : left.charAt(0) == right.charAt(0) ? 1 : 2;
        }
    }

    /** Null for no matching. */
    public static Matcher matcher(Matching matching) {
        return matching == null ? null : new Matcher(matching, MODEL);
    }

    /** By names, with blocks that have room. */
    public static Matching some() {
        var rule = rule("by_names", "familyName");
        return new Matching("test", HASH, 0.5, 0.2, List.of(rule), 100, new Matching.Chain(0, 10));
    }

    static Matching any(Chance chance) {
        List<BlockingRule> rules = new ArrayList<>();
        for (String field : List.of("city", "familyName", "givenName")) {
            if (chance.percent(70)) {
                rules.add(rule("by_" + field.toLowerCase(java.util.Locale.ROOT), field));
            }
        }
        rules.add(rule("by_names", "familyName", "givenName"));
        double match = chance.oneOf(List.of(0.4, 0.7, 0.85));
        var chain = chance.percent(60)
                ? new Matching.Chain(chance.oneOf(List.of(-1.5, 0.0, 1.0)), chance.oneOf(List.of(1, 2, 10)))
                : null;
        return new Matching("test", HASH, match, match / 2, rules, chance.oneOf(List.of(2, 3, 4, 6, 100)), chain);
    }

    private static BlockingRule rule(String name, String... fields) {
        List<BlockingRule.Part> parts = new ArrayList<>();
        for (String field : fields) {
            parts.add(new BlockingRule.Part("exact", field, 0));
        }
        return new BlockingRule(name, parts);
    }
}
