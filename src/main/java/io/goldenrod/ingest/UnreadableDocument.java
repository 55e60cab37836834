package io.goldenrod.ingest;

/** A document that cannot be read as one at all. The caller's to mend; the message names place and reason. */
public final class UnreadableDocument extends RuntimeException {

    private final int line;
    private final int column;

    /** Refuses the document of that name at a line and column, both from 1; 0 when there is no such place. */
    UnreadableDocument(String name, int line, int column, String reason) {
        super(name + (line > 0 ? ", line " + line + ", column " + column : "") + ": " + reason);
        this.line = line;
        this.column = column;
    }

    /** From 1; 0 when the document as a whole is refused. */
    public int line() {
        return line;
    }

    /** From 1; 0 when the document as a whole is refused. */
    public int column() {
        return column;
    }
}
