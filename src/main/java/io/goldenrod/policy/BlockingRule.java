package io.goldenrod.policy;

import java.util.List;
import java.util.Objects;

/**
 * Which records are worth comparing: those for which all parts come out the same.
 *
 * @param name what reports and keys call it
 * @param parts functions of a field, as in {@code soundex(familyName)} or {@code prefix(postcode, 3)}; never empty
 */
public record BlockingRule(String name, List<Part> parts) {

    public BlockingRule {
        Objects.requireNonNull(name, "name");
        parts = List.copyOf(parts);
    }

    /**
     * One function of one field.
     *
     * @param function its name; {@code exact} where none is written
     * @param field an attribute, a part of one ({@code address.postcode}) or an identifier type
     * @param argument a length, where the function takes one; 0 otherwise
     */
    public record Part(String function, String field, int argument) {

        @Override
        public String toString() {
            String inner = argument == 0 ? field : field + ", " + argument;
            return function.equals("exact") ? field : function + "(" + inner + ")";
        }
    }
}
