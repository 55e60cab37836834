package io.goldenrod.console.policy;

import io.goldenrod.ingest.CompletePolicy;
import io.goldenrod.ingest.UnreadableDocument;
import io.goldenrod.policy.InvalidPolicy;
import java.util.List;

/**
 * What is wrong with a policy as it is written.
 *
 * @param policy null when anything is wrong
 * @param problems at most {@link #PROBLEMS_MAX}
 * @param left how many more there are
 */
record Check(CompletePolicy policy, List<Problem> problems, int left) {

    private static final int PROBLEMS_MAX = 50;

    /** @param line from 1; 0 when not known @param path empty for the whole @param allowed null when nothing is said */
    record Problem(int line, String path, String given, String allowed) {}

    public boolean isGood() {
        return policy != null;
    }

    static Check of(String document) {
        try {
            return new Check(CompletePolicy.sent(document), List.of(), 0);
        } catch (UnreadableDocument unreadable) {
            return new Check(null, List.of(new Problem(unreadable.line(), "", unreadable.getMessage(), null)), 0);
        } catch (InvalidPolicy invalid) {
            List<Problem> problems = invalid.problems().stream()
                    .limit(PROBLEMS_MAX)
                    .map(each -> new Problem(each.line(), each.path(), each.given(), each.allowed()))
                    .toList();
            return new Check(null, problems, invalid.problems().size() - problems.size());
        }
    }
}
