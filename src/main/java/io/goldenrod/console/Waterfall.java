package io.goldenrod.console;

import io.goldenrod.match.Score;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How the evidence of two records adds up to a probability, step by step, as the fragment {@code waterfall} draws it:
 * each bar begins where the one before ended.
 *
 * @param steps the starting point first, then each field in the model's order, and the sum last
 * @param zero where the odds are even, in thousandths of the drawing's width
 * @param join where the policy joins two records, likewise; null when it is not known
 * @param joinWeight the same in bits
 */
public record Waterfall(List<Step> steps, double zero, Double join, Double joinWeight) {

    private static final double WIDTH = 1_000;
    private static final double MARGIN = 30;
    private static final double BAR_WIDTH_MIN = 4;
    private static final String PRIOR = "prior";

    /** What a step does, which is also how it looks. */
    public enum Effect {
        START,
        FOR,
        AGAINST,
        SUM
    }

    /**
     * One bar.
     *
     * @param field as the model calls it; empty for the sum
     * @param level how far both agree
     * @param fieldWords what to call the field where no message does
     * @param levelWords likewise
     * @param weight what it adds, in bits; of the sum, all of it
     * @param probability with it and all before it, 0 to 1
     * @param x where the bar begins, in thousandths of the drawing's width
     * @param end where it leads to, and the next one begins
     */
    public record Step(
            String field,
            String level,
            String fieldWords,
            String levelWords,
            Effect effect,
            double weight,
            double probability,
            double x,
            double width,
            double end) {}

    /** One field's part of the weight. @param weight in bits */
    public record Part(String field, String level, double weight) {

        /** Reads a line of a stored breakdown: {@code birthDate=exact 10.31}. */
        static Part of(String line) {
            int level = line.indexOf('=');
            int weight = line.lastIndexOf(' ');
            return new Part(
                    line.substring(0, level),
                    line.substring(level + 1, weight),
                    Double.parseDouble(line.substring(weight + 1)));
        }
    }

    /**
     * Of a stored match or possible match.
     *
     * @param lines see {@link io.goldenrod.graph.PairChanges.PairWrite#breakdown()}
     * @param weight of the whole, in bits
     * @param joinFrom the probability from which the policy joins two records, 0 to 1; null when it is not known
     */
    public static Waterfall ofLines(List<String> lines, double weight, Double joinFrom) {
        return of(lines.stream().map(Part::of).toList(), weight, joinFrom);
    }

    /** As {@link #ofLines}. @param parts what adds up to the weight, the starting point first */
    public static Waterfall of(List<Part> parts, double weight, Double joinFrom) {
        Double join = joinFrom == null || joinFrom <= 0 || joinFrom >= 1 ? null : Score.weight(joinFrom);
        double least = Math.min(Math.min(0, weight), join == null ? 0 : join);
        double most = Math.max(Math.max(0, weight), join == null ? 0 : join);
        double sum = 0;
        for (Part part : parts) {
            sum += part.weight();
            least = Math.min(least, sum);
            most = Math.max(most, sum);
        }
        Scale scale = new Scale(least, Math.max(most, least + 1));
        List<Step> steps = new ArrayList<>();
        sum = 0;
        for (Part part : parts) {
            if (part.weight() != 0) {
                boolean isStart = part.field().equals(PRIOR);
                Effect effect = isStart ? Effect.START : part.weight() < 0 ? Effect.AGAINST : Effect.FOR;
                steps.add(step(part, effect, sum, sum + part.weight(), scale));
                sum += part.weight();
            }
        }
        steps.add(step(new Part("", "", weight), Effect.SUM, 0, weight, scale));
        return new Waterfall(List.copyOf(steps), scale.x(0), join == null ? null : scale.x(join), join);
    }

    private record Scale(double least, double most) {

        double x(double bits) {
            return MARGIN + (bits - least) / (most - least) * (WIDTH - 2 * MARGIN);
        }
    }

    private static Step step(Part part, Effect effect, double from, double to, Scale scale) {
        double left = scale.x(Math.min(from, to));
        return new Step(
                part.field(),
                part.level(),
                words(part.field()),
                words(part.level()),
                effect,
                part.weight(),
                Score.probability(to),
                left,
                Math.max(BAR_WIDTH_MIN, scale.x(Math.max(from, to)) - left),
                scale.x(to));
    }

    /** {@code birthDate} as {@code birth date}: the names of a model of one's own are in no messages file. */
    static String words(String name) {
        return name.replaceAll("([a-z])([A-Z])", "$1 $2").replace('_', ' ').toLowerCase(Locale.ROOT);
    }
}
