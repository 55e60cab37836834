package io.goldenrod.graph;

import io.goldenrod.graph.CustomerReads.DecisionEntry;
import io.goldenrod.lineage.ChainedDecision;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * All decisions in their order. Every answer is bounded.
 *
 * <p>Every method throws {@link GraphUnavailableException} when the store does not answer.
 */
public interface DecisionLog {

    /** Most decisions in one answer of {@link #links}. */
    int LINKS_MAX = 500;

    /** Most decisions that one answer of {@link #list} looks at. */
    int LOOKED_AT_MAX = 20_000;

    /** What the store says of the chain's end. */
    Head head();

    /** The decisions after one number and up to another, as links, in order; at most {@link #LINKS_MAX}. */
    List<Link> links(long after, long to);

    /** The first number beyond this one that a decision has; empty when there is none. */
    Optional<Long> beyond(long seq);

    /** The last decision taken at that time or before it; 0 when there is none. */
    long last(Instant at);

    /** When the decision was taken; empty when there is none with this number. */
    Optional<Instant> at(long seq);

    /**
     * Decisions in order.
     *
     * @param after only those with a larger number
     * @return its {@code next} is the number to go on after, also where nothing was found in what was looked at
     */
    Page<DecisionEntry> list(Filter filter, long after, int limit);

    /**
     * Decisions in reverse order.
     *
     * @param before only those with a smaller number
     * @return its {@code next} is the number to go on before, also where nothing was found in what was looked at
     */
    Page<DecisionEntry> newest(Search search, long before, int limit);

    /**
     * Which decisions, all conditions together.
     *
     * @param customer those that concern it; null for those of any
     * @param member key of one that they name, a record as {@code record:…}; null for any
     * @param kinds empty for any
     * @param request that brought them; null for any
     * @param policy how the hash of the policy in force begins; null for any
     * @param from the first number
     * @param to the last number
     */
    record Search(
            String customer, String member, List<String> kinds, String request, String policy, long from, long to) {
        public Search {
            kinds = List.copyOf(kinds);
        }

        /** Whether it is about somebody or something, so that all of it is found at once. */
        public boolean hasSubject() {
            return customer != null || member != null;
        }
    }

    /**
     * Which decisions.
     *
     * @param customer those that concern it; null for those of any
     * @param members keys of at most two members, records as {@code record:…}: those that name them; empty for any
     * @param kind null for any
     * @param from the first number
     * @param to the last number
     */
    record Filter(String customer, List<String> members, String kind, long from, long to) {}

    /**
     * The chain's end.
     *
     * @param seq the last number given out, or 0
     * @param hash of the decision with it; null when none is chained
     * @param first the first number that is part of the chain: 1 unless the graph is from before there was one
     * @param nodes how many decisions there are, numbered or not
     */
    record Head(long seq, String hash, long first, long nodes) {}

    /**
     * A decision as it is stored.
     *
     * @param seq its number, rounded down when it is none
     * @param numbered whether it has a whole number
     * @param decision null when the node is none
     */
    record Link(long seq, boolean numbered, ChainedDecision decision) {}
}
