package io.goldenrod.console.customer;

import io.goldenrod.console.Shown;
import io.goldenrod.console.Waterfall;
import java.util.List;

/**
 * What was found.
 *
 * @param exact customers to which the text itself leads
 * @param unclear known identifiers that lead to no single customer
 * @param asksName whether the text can be a name or a date
 * @param matches whether the policy compares records by what they say; else nobody is looked for by name
 * @param similar customers of whom a record says something like it, the likeliest first
 * @param others how many other customers there are like those
 * @param compared records that were compared
 * @param cut whether there were more to compare with
 * @param ignored whether a part of the text could not be understood
 */
record SearchPage(
        List<Exact> exact,
        List<Unclear> unclear,
        boolean asksName,
        boolean matches,
        List<Similar> similar,
        long others,
        int compared,
        boolean cut,
        boolean ignored) {

    static final SearchPage EMPTY = new SearchPage(List.of(), List.of(), false, true, List.of(), 0, 0, false, false);

    public boolean isEmpty() {
        return exact.isEmpty() && unclear.isEmpty() && similar.isEmpty();
    }

    /** @param hits all that of the customer fits the text */
    record Exact(CustomerCard card, List<Hit> hits) {}

    /**
     * Why a customer was found.
     *
     * @param kind names it: the message {@code search.hit.KIND}
     */
    record Hit(String kind, Shown value) {}

    /**
     * An identifier that leads to no single customer.
     *
     * @param reason names why: the message {@code search.unclear.REASON}
     * @param candidates customers whose records carry it
     * @param cut whether there may be more
     */
    record Unclear(Shown identifier, String reason, List<Candidate> candidates, boolean cut) {}

    /** @param records how many of the customer's records carry the identifier */
    record Candidate(CustomerCard card, long records) {}

    /**
     * A customer of whom a record says something like it.
     *
     * @param probability that whoever is looked for is that customer, 0 to 1
     * @param verdict what would be done with a record that says the same: MATCH, REVIEW or NONE
     * @param parts what adds up to it, the start and the sum apart
     * @param others how many other records of the customer are like it
     */
    record Similar(
            CustomerCard card,
            Shown record,
            double probability,
            String verdict,
            List<Waterfall.Step> parts,
            Waterfall fall,
            long others) {}
}
