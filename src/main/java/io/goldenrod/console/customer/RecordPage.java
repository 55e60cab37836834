package io.goldenrod.console.customer;

import io.goldenrod.console.DecisionWords;
import io.goldenrod.console.Shown;
import java.time.Instant;
import java.util.List;

/**
 * A record as it was sent and as it is understood.
 *
 * @param key as {@code source/recordId}
 * @param sent as it came, in lines
 * @param refused identifiers that were left out
 * @param peers other records of its customer, each with where it is told why they are one
 * @param history what was decided about it, the newest first
 * @param audit where all of them are
 * @param historyCut whether older decisions are left out
 */
record RecordPage(
        Shown key,
        String source,
        Instant observedAt,
        Shown sent,
        List<IdentifierRow> identifiers,
        List<Refused> refused,
        List<AttributeRow> attributes,
        List<ConsentRow> consent,
        List<Peer> peers,
        List<DecisionWords.Line> history,
        String audit,
        boolean historyCut) {

    /**
     * An identifier.
     *
     * @param sent as the record writes it; null when that is not known
     * @param linking STRONG, WEAK or NONE
     * @param customer whose it is, or null
     * @param isOwn whether that is the record's own customer
     * @param suppressed why it links nobody, or null
     * @param held the rule that keeps this link from joining, or null
     * @param detail what exactly, or null
     */
    record IdentifierRow(
            Shown identifier,
            Shown sent,
            String linking,
            Shown customer,
            boolean isOwn,
            String suppressed,
            String held,
            Shown detail) {}

    /** An identifier that was not taken. @param why for people */
    record Refused(Shown sent, Shown why) {}

    /** @param sent null when the record does not say it by that name; understood null when it was left out */
    record AttributeRow(Shown label, Shown sent, Shown understood, Shown compared) {}

    /** Consent to a purpose. */
    record ConsentRow(Shown purpose, boolean given) {}

    /** Another record of the customer. */
    record Peer(Shown record, String why) {}
}
