package io.goldenrod.resolution;

import io.goldenrod.identity.RecordKey;
import io.goldenrod.match.Subject;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Records as one model sees them, those looked at last: {@value #SUBJECTS_MAX}, about 2 KiB each. What is kept stands
 * for what the record said then, and is used only where the graph says that it still says the same. Thread-safe.
 */
final class SubjectCache {

    private static final int SUBJECTS_MAX = 50_000;

    private record Kept(String version, Subject subject) {}

    private final Map<RecordKey, Kept> kept = new LinkedHashMap<>(1024, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<RecordKey, Kept> eldest) {
            return size() > SUBJECTS_MAX;
        }
    };

    /** Null when it is not known, or was another one. */
    synchronized Subject find(RecordKey record, String version) {
        Kept found = kept.get(record);
        return found != null && found.version.equals(version) ? found.subject : null;
    }

    /** @param version null when it is not known, and then nothing is kept */
    synchronized void keep(Subject subject, String version) {
        if (version != null) {
            kept.put(subject.key(), new Kept(version, subject));
        }
    }
}
