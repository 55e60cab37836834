package io.goldenrod.resolution;

import io.goldenrod.golden.CustomerIds.Named;
import io.goldenrod.identity.Identifier;
import io.goldenrod.identity.RecordKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The clusters by their names. */
final class Naming {

    private final List<Named> names;
    private final Map<String, Named> nameOf = new HashMap<>();
    private final Map<RecordKey, String> customerOfRecord = new HashMap<>();
    private final Map<Identifier, String> customerOfIdentifier = new HashMap<>();

    /** The names are in the order of the clusters. */
    Naming(Clustering clustering, List<Named> names) {
        this.names = names;
        for (int i = 0; i < names.size(); i++) {
            String id = names.get(i).id();
            nameOf.put(id, names.get(i));
            clustering.recordsInOrder().get(i).forEach(record -> customerOfRecord.put(record, id));
            clustering.identifiers(i).forEach(identifier -> customerOfIdentifier.put(identifier, id));
        }
    }

    List<Named> names() {
        return names;
    }

    Named named(String customer) {
        return nameOf.get(customer);
    }

    /** The record's customer; null when the record is gone. */
    String customerOf(RecordKey record) {
        return customerOfRecord.get(record);
    }

    /** The identifier's customer; null when it belongs to none. */
    String customerOf(Identifier identifier) {
        return customerOfIdentifier.get(identifier);
    }
}
