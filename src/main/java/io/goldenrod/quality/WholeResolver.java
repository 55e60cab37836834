package io.goldenrod.quality;

import io.goldenrod.identity.RecordKey;
import io.goldenrod.identity.SourceRecord;
import java.util.Collection;
import java.util.List;

/** Resolves records all at once, in memory, by the same rules as the service. */
@FunctionalInterface
public interface WholeResolver {

    /**
     * @param records each key once
     * @return the customers, each record in exactly one
     */
    List<List<RecordKey>> customers(Collection<SourceRecord> records);
}
