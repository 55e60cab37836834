package io.goldenrod.quality;

import io.goldenrod.quality.CheckReport.Finding;
import io.goldenrod.quality.CheckReport.Kind;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;

/** Collects differences: names the first ones, counts all. */
final class Findings {

    private final Set<Finding> named = new LinkedHashSet<>();
    private long total;

    void add(Kind kind, String subject, Object stored, Object computed) {
        total++;
        if (named.size() < CheckReport.FINDINGS_MAX) {
            named.add(new Finding(kind, subject, String.valueOf(stored), String.valueOf(computed)));
        }
    }

    /** Notes what the name stands for when both differ. */
    void compare(Kind kind, String subject, String name, Object stored, Object computed) {
        if (!Objects.equals(stored, computed)) {
            add(kind, subject, name + " " + stored, name + " " + computed);
        }
    }

    /** As {@link #compare}, of values that are not to be shown. */
    void compareHidden(Kind kind, String subject, String name, Object stored, Object computed) {
        if (!Objects.equals(stored, computed)) {
            add(kind, subject, "other " + name, "its " + name);
        }
    }

    Set<Finding> named() {
        return named;
    }

    long total() {
        return total;
    }
}
