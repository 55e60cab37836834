package io.goldenrod.generate;

/** In which order records are written. */
public enum RecordOrder {
    /** A person's records far from each other, as they come in life. */
    MIXED,
    /** A person's records together; more people only add to the end. */
    PEOPLE
}
