package io.goldenrod.ingest.file;

import io.goldenrod.ingest.file.FieldMapping.Cell;
import io.goldenrod.ingest.file.FieldMapping.IdentifierCell;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The mapping of a CSV file whose columns carry the names that a record's fields have. */
final class OwnNames {

    static final Set<String> MEANT = Set.of(
            "fullName",
            "givenName",
            "middleName",
            "familyName",
            "birthDate",
            "gender",
            "organization",
            "address.line1",
            "address.line2",
            "address.city",
            "address.region",
            "address.postcode",
            "address.country");

    private OwnNames() {}

    /** @throws InvalidInput when no column is an identifier type of the policy or an attribute with a meaning */
    static FieldMapping mapping(String file, Set<String> columns, Set<String> identifierTypes) {
        var identifiers = new ArrayList<IdentifierCell>();
        Map<String, Cell> attributes = new LinkedHashMap<>();
        Map<String, Cell> consent = new LinkedHashMap<>();
        Cell source = null;
        Cell recordId = null;
        Cell observedAt = null;
        boolean known = columns.isEmpty();
        for (String column : columns) {
            Cell cell = Cell.of(List.of(column));
            if (column.equals("source")) {
                source = cell;
            } else if (column.equals("recordId") || column.equals("record_id")) {
                recordId = cell;
            } else if (column.equals("observedAt") || column.equals("observed_at")) {
                observedAt = cell;
            } else if (identifierTypes.contains(column)) {
                identifiers.add(new IdentifierCell(column, cell, null));
                known = true;
            } else if (column.startsWith("consent.")) {
                consent.put(column.substring("consent.".length()), cell);
            } else {
                attributes.put(column, cell);
                known |= MEANT.contains(column);
            }
        }
        if (!known) {
            throw new InvalidInput(
                    file,
                    List.of("no column has a name that is understood; give a mapping, or name columns as in "
                            + new TreeSet<>(identifierTypes) + " and " + new TreeSet<>(MEANT)));
        }
        for (String name : attributes.keySet()) {
            boolean apart = List.of(name.split("\\.", -1)).contains("");
            if (apart || attributes.keySet().stream().anyMatch(other -> other.startsWith(name + "."))) {
                throw new InvalidInput(
                        file, List.of("the column " + name + " is a value and an object at once; rename it or map it"));
            }
        }
        return new FieldMapping(source, recordId, observedAt, identifiers, attributes, consent, Set.of());
    }
}
