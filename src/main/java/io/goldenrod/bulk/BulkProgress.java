package io.goldenrod.bulk;

/** Is told how far a run is, some times a second, by any thread; it may end the run by an exception. */
@FunctionalInterface
public interface BulkProgress {

    /** What a run does, one after the other. */
    enum Phase {
        /** Lines are read and made comparable: counted in bytes where the sizes of all files are known. */
        READING,
        /** Identifiers that too many share are told, and records that hang together are found: identifiers. */
        LINKING,
        /** Pairs of records are compared: records whose pairs are done. */
        MATCHING,
        /** Records that hang together are parted into customers: records. */
        RESOLVING,
        /** Rows are given out: records. */
        WRITING
    }

    /** A run that nobody watches. */
    BulkProgress NONE = (phase, done, total) -> {};

    /** @param total how much there is to do; below 0 when that is not known */
    void at(Phase phase, long done, long total);
}
