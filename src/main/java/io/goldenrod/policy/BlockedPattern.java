package io.goldenrod.policy;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * The regular expressions that a deny list may hold: a subset of Java's whose cost has a bound.
 *
 * <p>A backtracking matcher tries, at worst, every way to divide the text among the quantifiers and alternatives of the
 * expression. The number of ways follows from the expression alone: a product over what stands in sequence, a sum over
 * alternatives, a geometric sum over the repetitions of a group. An expression with too many is refused when the policy
 * is read; {@code (a+)+} and its relatives thus never meet a record.
 */
final class BlockedPattern {

    static final int LENGTH_MAX = 200;

    /** Two unlimited quantifiers and some alternatives, over texts of {@value #REPEATS_MAX} characters. */
    private static final double WAYS_MAX = 4_000_000;

    /** What an unlimited quantifier counts as, and the most that a limited one may say. */
    private static final int REPEATS_MAX = 1_024;

    private static final int DEPTH_MAX = 3;
    private static final String ESCAPABLE_LETTERS = "dDwWsS";

    private final String expression;
    private int at;

    private BlockedPattern(String expression) {
        this.expression = expression;
    }

    /**
     * Compiles the expression.
     *
     * @throws PatternSyntaxException when it is none, outside the subset, or too costly; its description says which
     */
    static Pattern compile(String expression) {
        if (expression.length() > LENGTH_MAX) {
            throw new PatternSyntaxException("an expression has at most " + LENGTH_MAX + " characters", "", -1);
        }
        Pattern compiled = Pattern.compile(expression);
        double ways = new BlockedPattern(expression).whole();
        if (ways > WAYS_MAX) {
            throw new PatternSyntaxException(
                    "it can match in too many ways: use at most two of * and +, and repeat no group that itself varies",
                    expression,
                    -1);
        }
        return compiled;
    }

    private double whole() {
        double ways = alternatives(0);
        if (at < expression.length()) {
            throw refused("an unexpected " + expression.charAt(at));
        }
        return ways;
    }

    private double alternatives(int depth) {
        double ways = sequence(depth);
        while (next('|')) {
            ways += sequence(depth);
        }
        return ways;
    }

    private double sequence(int depth) {
        double ways = 1;
        if (depth > 0 && at < expression.length() && (expression.charAt(at) == '|' || expression.charAt(at) == ')')) {
            throw refused("an alternative within a group is not empty: write (…)? instead");
        }
        while (at < expression.length() && expression.charAt(at) != '|' && expression.charAt(at) != ')') {
            ways *= quantified(atom(depth));
        }
        return ways;
    }

    /** The ways of one character, class or back reference (1), or of a group. */
    private double atom(int depth) {
        char c = expression.charAt(at++);
        switch (c) {
            case '(':
                if (depth == DEPTH_MAX) {
                    throw refused("groups nest at most " + DEPTH_MAX + " deep");
                }
                if (next('?') && !next(':')) {
                    throw refused("only plain groups (…) and (?:…) are allowed");
                }
                double ways = alternatives(depth + 1);
                at++;
                return ways;
            case '[':
                characterClass();
                return 1;
            case '\\':
                escape();
                return 1;
            case '^', '$':
                throw refused("the whole value is matched: leave out ^ and $");
            default:
                return 1;
        }
    }

    private void characterClass() {
        next('^');
        next(']');
        while (expression.charAt(at) != ']') {
            char c = expression.charAt(at++);
            if (c == '\\') {
                escape();
            } else if (c == '[' || c == '&') {
                throw refused("write \\" + c + " within [ ]");
            }
        }
        at++;
    }

    private void escape() {
        char c = expression.charAt(at++);
        boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
        if (letter && ESCAPABLE_LETTERS.indexOf(c) < 0) {
            throw refused("\\" + c + " is not allowed; of the letters only \\d \\D \\w \\W \\s \\S are");
        }
    }

    private double quantified(double ways) {
        if (at == expression.length()) {
            return ways;
        }
        int min;
        int max;
        switch (expression.charAt(at)) {
            case '?' -> {
                min = 0;
                max = 1;
            }
            case '*' -> {
                min = 0;
                max = REPEATS_MAX;
            }
            case '+' -> {
                min = 1;
                max = REPEATS_MAX;
            }
            case '{' -> {
                int close = expression.indexOf('}', at);
                String[] bounds = expression.substring(at + 1, close).split(",", -1);
                min = repeats(bounds[0]);
                max = bounds.length == 1 ? min : bounds[1].isEmpty() ? REPEATS_MAX : repeats(bounds[1]);
                at = close;
            }
            default -> {
                return ways;
            }
        }
        if (max == 0) {
            throw refused("a repetition counts at least to 1");
        }
        at++;
        if (!next('?')) {
            next('+');
        }
        double sum = 0;
        for (int repeats = min; repeats <= max; repeats++) {
            sum += Math.pow(ways, repeats);
        }
        return sum;
    }

    private int repeats(String digits) {
        int repeats = digits.length() > 4 ? Integer.MAX_VALUE : Integer.parseInt(digits);
        if (repeats > REPEATS_MAX) {
            throw refused("a repetition counts at most to " + REPEATS_MAX);
        }
        return repeats;
    }

    private boolean next(char expected) {
        if (at < expression.length() && expression.charAt(at) == expected) {
            at++;
            return true;
        }
        return false;
    }

    private PatternSyntaxException refused(String why) {
        return new PatternSyntaxException(why, expression, at);
    }
}
