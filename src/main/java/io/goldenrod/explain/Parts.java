package io.goldenrod.explain;

import io.goldenrod.explain.Explanation.Part;
import io.goldenrod.match.Score;
import java.util.Comparator;
import java.util.List;

/** What adds up to the weight of a match. */
final class Parts {

    private static final double HUNDREDTHS = 100;

    private Parts() {}

    /** Reads the lines of a stored breakdown, such as {@code birthDate=exact 10.31}. */
    static List<Part> of(List<String> lines) {
        return lines.stream()
                .map(line -> {
                    int level = line.indexOf('=');
                    int weight = line.lastIndexOf(' ');
                    return new Part(
                            line.substring(0, level),
                            line.substring(level + 1, weight),
                            Double.parseDouble(line.substring(weight + 1)));
                })
                .toList();
    }

    static List<Part> of(Score score) {
        return score.parts().stream()
                .filter(part -> part.weight() != 0)
                .map(part -> new Part(part.field(), part.level(), Math.rint(part.weight() * HUNDREDTHS) / HUNDREDTHS))
                .toList();
    }

    /** The fields that speak against the two being one person, the worst first; what holds for any pair left out. */
    static List<String> against(List<Part> parts) {
        return parts.stream()
                .filter(part -> part.weight() < 0
                        && !part.field().equals("prior")
                        && !part.field().equals("related"))
                .sorted(Comparator.comparingDouble(Part::weight))
                .map(Part::field)
                .toList();
    }
}
