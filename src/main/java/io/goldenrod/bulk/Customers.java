package io.goldenrod.bulk;

import io.goldenrod.graph.StoredCustomer.Bond;
import java.util.Arrays;

/** Who belongs to whom: a customer is known by its first record. Parts of it may be set by several threads. */
final class Customers {

    private static final Bond[] BONDS = Bond.values();

    /** By record, the first one of its customer. */
    private final int[] ofRecord;

    /** By identifier, the first record of its customer; -1 when it belongs to none. */
    private final int[] ofIdentifier;

    /** By the first record of a customer. */
    private final byte[] bonds;

    Customers(int records, int identifiers) {
        ofRecord = new int[records];
        ofIdentifier = new int[identifiers];
        Arrays.fill(ofIdentifier, -1);
        bonds = new byte[records];
    }

    void record(int record, int first) {
        ofRecord[record] = first;
    }

    void identifier(int identifier, int first) {
        ofIdentifier[identifier] = first;
    }

    void bond(int first, Bond bond) {
        bonds[first] = (byte) bond.ordinal();
    }

    int ofRecord(int record) {
        return ofRecord[record];
    }

    int ofIdentifier(int identifier) {
        return ofIdentifier[identifier];
    }

    Bond bond(int first) {
        return BONDS[bonds[first]];
    }

    /** The records, those of one customer together, the customers in the order of their first records. */
    int[] recordsInOrder() {
        return Connected.grouped(ofRecord);
    }
}
