package io.goldenrod.policy;

import java.util.List;
import java.util.Map;

/**
 * Which of several values of an attribute a golden profile shows.
 *
 * @param rules the rules of an attribute, by its name: the first decides, the next break its ties
 * @param otherwise the rules of every other attribute; never empty
 */
public record Survivorship(Map<String, List<Rule>> rules, List<Rule> otherwise) {

    /** A way to prefer one value over another. */
    public enum Rule {
        /** The value seen last. */
        MOST_RECENT,
        /** The value of the source with the best trust rank. */
        MOST_TRUSTED,
        /** The value that most records carry. */
        MOST_FREQUENT,
        /** The longest value, in characters of its normalised form. */
        LONGEST,
        /** The value seen first. */
        FIRST,
        /** The smallest value: numbers by size, all else by text. */
        MIN,
        /** The largest value: numbers by size, all else by text. */
        MAX,
        /** All values. */
        UNION
    }

    public Survivorship {
        rules = Map.copyOf(rules);
        otherwise = List.copyOf(otherwise);
        if (otherwise.isEmpty()) {
            throw new IllegalArgumentException("survivorship has at least one rule for all other attributes");
        }
    }

    /** The rules for the attribute, the deciding one first. */
    public List<Rule> rulesFor(String attribute) {
        return rules.getOrDefault(attribute, otherwise);
    }
}
