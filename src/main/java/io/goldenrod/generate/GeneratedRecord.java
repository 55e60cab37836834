package io.goldenrod.generate;

import io.goldenrod.identity.RawRecord;

/**
 * A record, and the truth about it.
 *
 * @param person whom it is about, counted from 0
 */
public record GeneratedRecord(RawRecord record, long person) {

    /** As a file of the truth names the record. */
    public String key() {
        return record.source() + "/" + record.recordId();
    }

    /** As a file of the truth names the person. */
    public String entity() {
        return "person-" + person;
    }
}
