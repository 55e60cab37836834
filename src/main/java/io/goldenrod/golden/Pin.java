package io.goldenrod.golden;

import io.goldenrod.identity.RecordKey;
import java.time.Instant;
import java.util.Objects;

/**
 * A value that a steward chose for an attribute, whatever records say. It hangs on a record, and goes with it from
 * customer to customer.
 *
 * @param record the record
 * @param value what a profile shows: a JSON value, as {@link io.goldenrod.identity.AttributeValue#value()}
 * @param comparable its normalised form
 * @param by who chose it
 * @param reason why; null when not said
 * @param at when
 */
public record Pin(RecordKey record, Object value, String comparable, String by, String reason, Instant at) {

    /** Most pins of one record. */
    public static final int PINS_MAX = 50;

    public Pin {
        Objects.requireNonNull(record, "record");
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(comparable, "comparable");
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(at, "at");
    }

    /** Of two pins of one attribute the newer one is in force, and of equal times that of the greater record key. */
    Pin orNewer(Pin other) {
        int order = at.compareTo(other.at);
        return (order != 0 ? order : record.compareTo(other.record)) >= 0 ? this : other;
    }

    /** Whether both say the same, for the same reason, by the same steward. */
    public boolean isLike(Pin other) {
        // a number may have been read back as another kind of number
        return value.toString().equals(other.value.toString())
                && comparable.equals(other.comparable)
                && by.equals(other.by)
                && Objects.equals(reason, other.reason);
    }
}
