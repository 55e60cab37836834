package io.goldenrod.bulk;

import io.goldenrod.match.Matcher;
import io.goldenrod.match.Subject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** The weights of any two records; of one thread. */
final class Weights {

    /** Records at hand, about 2 KiB each. */
    private static final int AT_HAND_MAX = 4_096;

    private final Matches matches;
    private final Matcher matcher;
    private final RecordReader reader;
    private final Map<Integer, Subject> subjects = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, Subject> eldest) {
            return size() > AT_HAND_MAX;
        }
    };

    Weights(Matches matches, Matcher matcher, RecordReader reader) {
        this.matches = matches;
        this.matcher = matcher;
        this.reader = reader;
    }

    double between(int one, int other) {
        double known = matches.weightOf(one, other);
        return Double.isNaN(known) ? matcher.model().weight(subject(one), subject(other)) : known;
    }

    private Subject subject(int record) {
        return subjects.computeIfAbsent(record, absent -> {
            try {
                return matcher.model().subject(reader.whole(absent));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
