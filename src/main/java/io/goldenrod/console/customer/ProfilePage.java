package io.goldenrod.console.customer;

import io.goldenrod.console.DecisionWords;
import io.goldenrod.console.Shown;
import java.time.Instant;
import java.util.List;

/**
 * What is shown of a customer's profile.
 *
 * @param silent identifiers that its records carry and that do not lead to it; empty where that is not looked up
 * @param weakest what its being one rests on; null when that is not known
 * @param asksWeakest whether it is only looked up when somebody asks
 * @param former IDs of customers that became part of it
 * @param formerMore how many others there are
 * @param said what stewards said of it and took back, the newest last
 */
record ProfilePage(
        List<Attribute> attributes,
        Part<IdentifierRow> identifiers,
        Part<RecordRow> records,
        List<Silent> silent,
        List<ConsentRow> consent,
        Weakest weakest,
        boolean asksWeakest,
        List<Shown> former,
        int formerMore,
        List<DecisionWords.Line> said,
        Instant createdAt,
        Instant updatedAt) {

    /**
     * Part of a list.
     *
     * @param isFirst whether nothing comes before it
     * @param next from where it goes on; null at the end
     */
    record Part<T>(List<T> items, boolean isFirst, String next) {}

    /**
     * A surviving value.
     *
     * @param name as records call it
     * @param record the record that it is from; null when it is pinned
     * @param observedAt null when it is not known
     * @param rule names it: the message {@code profile.rule.RULE}
     * @param records how many say so
     * @param others the values that it beat, the best first
     * @param othersMore how many of them are not shown
     * @param pin null unless a steward chose the value
     */
    record Attribute(
            String name,
            Shown label,
            Shown value,
            Shown record,
            Instant observedAt,
            String rule,
            long records,
            List<Other> others,
            int othersMore,
            Pinned pin) {}

    /** A value that did not survive. */
    record Other(Shown value, Shown record, Instant observedAt, long records) {}

    /** A value that can be pinned. @param form names it in the page's form */
    record Choice(String form, Other value) {}

    /** A steward's choice. */
    record Pinned(Shown by, Instant at, Shown reason) {}

    /** @param linking STRONG, WEAK or NONE */
    record IdentifierRow(
            Shown identifier,
            String linking,
            Instant firstSeen,
            Instant lastSeen,
            List<String> sources,
            long records) {}

    /** @param member as a member is named */
    record RecordRow(Shown record, String member, Instant observedAt, List<Fact> content) {}

    /** A value with its name. */
    record Fact(Shown label, Shown value) {}

    /** @param suppressed why it links nobody; null when its links here are held instead */
    record Silent(Shown identifier, String suppressed) {}

    /** Consent to a purpose. */
    record ConsentRow(Shown purpose, boolean given, Shown record, Instant observedAt) {}

    /**
     * The weakest link that the customer's records cannot do without.
     *
     * @param kind matched, same, or identifier
     * @param probability of a match
     * @param why where it is told at length
     */
    record Weakest(String kind, String type, Shown from, Shown to, Double probability, String why) {}
}
