package io.goldenrod.policy;

import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/** A policy, or its model, that cannot be taken into force, with everything that is wrong. The caller's to mend. */
public final class InvalidPolicy extends RuntimeException {

    private static final int LISTED_MAX = 100;

    private final transient List<Problem> problems;

    /**
     * One thing that is wrong.
     *
     * @param path where, such as {@code identifierTypes.email.maxPerCustomer} or {@code vetoes}; empty for the whole
     * @param given what stands there, shortened
     * @param allowed what may stand there, or what to do
     * @param line the line of the document, from 1; 0 when not known
     */
    public record Problem(String path, String given, String allowed, int line) {

        @Override
        public String toString() {
            String place = path.isEmpty() ? "the whole" : path;
            return place + (line > 0 ? " (line " + line + ")" : "") + ": " + given + "; " + allowed;
        }
    }

    /** Refuses the document of that name, a file's or one that the caller will recognise. */
    public InvalidPolicy(String document, List<Problem> problems) {
        super(message(document, problems));
        this.problems = List.copyOf(problems);
    }

    /** What is wrong, in the order of the reader; never empty. */
    public List<Problem> problems() {
        return problems;
    }

    /** The same, told of a named document of which the line of a path is known (0 when it is not). */
    public InvalidPolicy in(String document, ToIntFunction<String> lineOfPath) {
        var located = problems.stream()
                .map(problem -> new Problem(
                        problem.path(), problem.given(), problem.allowed(), lineOfPath.applyAsInt(problem.path())))
                .toList();
        return new InvalidPolicy(document, located);
    }

    private static String message(String document, List<Problem> problems) {
        String count = problems.size() == 1 ? "1 problem" : problems.size() + " problems";
        String listed = problems.stream()
                .limit(LISTED_MAX)
                .map(problem -> "\n- " + problem)
                .collect(Collectors.joining());
        String rest = problems.size() > LISTED_MAX ? "\n- … and " + (problems.size() - LISTED_MAX) + " more" : "";
        return document + " has " + count + ":" + listed + rest;
    }
}
