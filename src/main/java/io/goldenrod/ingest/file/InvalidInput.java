package io.goldenrod.ingest.file;

import java.util.List;

/** A file, or the mapping for it, that cannot be used at all: told before work starts, with all that is wrong. */
public final class InvalidInput extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    public InvalidInput(String name, List<String> problems) {
        super(name + ": " + String.join("; ", problems));
        this.problems = List.copyOf(problems);
    }

    /** What is wrong, and what to do; never empty. */
    public List<String> problems() {
        return problems;
    }
}
