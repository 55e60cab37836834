package io.goldenrod.cli;

import io.goldenrod.identity.RawRecord;
import io.goldenrod.normalize.FieldProblem;
import io.goldenrod.resolution.RecordAnswer;
import java.util.List;
import java.util.Set;

/** A store that is being made of records, all at once. Until it is finished nothing of it can be seen. */
public interface Loading extends AutoCloseable {

    /** The identifier types of the policy that it is loaded by. */
    Set<String> identifierTypes();

    /** How many records there is memory for, about. */
    long recordsMax();

    /**
     * Takes a record along.
     *
     * @return why it is refused; empty when it is not
     * @throws IllegalUse when there is no memory for more
     */
    List<FieldProblem> take(RawRecord record);

    /**
     * Resolves all that was taken, and makes the store.
     *
     * @param watcher told how far it is
     * @throws StoreUnavailable when the store cannot be written
     */
    Finished finish(Watcher watcher);

    /** Takes away what was not finished. */
    @Override
    void close();

    /** Is told how far a load is. */
    @FunctionalInterface
    interface Watcher {

        /** @param percent of the phase, 0 to 100 */
        void at(Phase phase, int percent);
    }

    /** What a load does once it has read its records. */
    enum Phase {
        RESOLVING,
        IMPORTING,
        INDEXING
    }

    /**
     * What was made.
     *
     * @param answers for each record that was loaded
     * @param olderVersions records that were left out, as the input had a newer version of them
     * @param warnings how many there were about the records
     */
    record Finished(List<RecordAnswer> answers, long olderVersions, long warnings) {}
}
