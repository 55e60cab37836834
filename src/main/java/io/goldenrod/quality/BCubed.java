package io.goldenrod.quality;

/**
 * B³ (Bagga and Baldwin, "Entity-Based Cross-Document Coreferencing", 1998): the mean over all records of how pure and
 * how complete the record's customer is.
 *
 * @param precision the mean share of a record's customer that belongs to the record's entity, 0 to 1
 * @param recall the mean share of a record's entity that is in the record's customer, 0 to 1
 * @param records how many records the means are over; both are 1 over none
 */
public record BCubed(double precision, double recall, long records) {

    /** The harmonic mean of both, 0 to 1. */
    public double f1() {
        return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
    }
}
