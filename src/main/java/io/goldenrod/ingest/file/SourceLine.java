package io.goldenrod.ingest.file;

import io.goldenrod.ingest.ParsedRecord;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * One record of a file, or why it is none. It may be read when it is asked for, by any one thread, so that a file is
 * read by several.
 */
public final class SourceLine {

    private final long number;
    private Supplier<ParsedRecord> reading;
    private ParsedRecord parsed;

    /** @param number the line on which it starts, from 1 */
    public SourceLine(long number, ParsedRecord parsed) {
        this.number = number;
        this.parsed = parsed;
    }

    private SourceLine(long number, Supplier<ParsedRecord> reading) {
        this.number = number;
        this.reading = reading;
    }

    /** A line that is read when it is asked for, once. */
    static SourceLine unread(long number, Supplier<ParsedRecord> reading) {
        return new SourceLine(number, reading);
    }

    /** The same line, read otherwise. */
    SourceLine with(UnaryOperator<ParsedRecord> change) {
        return unread(number, () -> change.apply(parsed()));
    }

    public long number() {
        return number;
    }

    /** What it says; not for several threads. */
    public ParsedRecord parsed() {
        if (parsed == null) {
            parsed = reading.get();
            reading = null;
        }
        return parsed;
    }
}
