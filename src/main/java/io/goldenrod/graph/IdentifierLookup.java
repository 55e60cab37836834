package io.goldenrod.graph;

import io.goldenrod.identity.Identifier;
import java.util.List;

/** Whose an identifier is. */
public interface IdentifierLookup {

    /** Most identifiers in one call. */
    int IDENTIFIERS_MAX = 1_000;

    /** Most candidates that are named for one ambiguous identifier. */
    int CANDIDATES_MAX = 100;

    /**
     * @param identifiers normalised, at most {@link #IDENTIFIERS_MAX}, repeats allowed
     * @return one answer for each, in order
     * @throws GraphUnavailableException when the store does not answer
     */
    List<Answer> find(List<Identifier> identifiers);

    /** How an identifier resolves. */
    enum Resolution {
        /** It belongs to one customer. */
        MATCHED,
        /** It is known and belongs to no customer: it names none, or could name several. */
        AMBIGUOUS,
        /** No record carries it. */
        UNKNOWN
    }

    /** Why a known identifier belongs to no customer. */
    enum Ambiguity {
        /** The deny list names its value. */
        DENIED,
        /** Its records carry too many other strong identifiers of one type. */
        SHARED,
        /** Its records carry too many different names. */
        NAMES,
        /** Identifiers of its type do not link. */
        NONE,
        /** Every link to it is held by a constraint. */
        HELD
    }

    /**
     * A customer that an ambiguous identifier could mean.
     *
     * @param records how many of the customer's records carry the identifier, at least 1
     */
    record Candidate(String customerId, long records) {}

    /**
     * The answer for one identifier.
     *
     * @param customerId null unless matched
     * @param ambiguity null unless ambiguous
     * @param candidates empty unless ambiguous; those with most records first
     * @param cut whether there may be more candidates than are named
     */
    record Answer(
            Resolution resolution, String customerId, Ambiguity ambiguity, List<Candidate> candidates, boolean cut) {

        public static final Answer UNKNOWN = new Answer(Resolution.UNKNOWN, null, null, List.of(), false);

        public static Answer matched(String customerId) {
            return new Answer(Resolution.MATCHED, customerId, null, List.of(), false);
        }

        public static Answer ambiguous(Ambiguity ambiguity, List<Candidate> candidates, boolean cut) {
            return new Answer(Resolution.AMBIGUOUS, null, ambiguity, List.copyOf(candidates), cut);
        }
    }
}
