package io.goldenrod.ingest.file;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which columns of a file become which fields of a record.
 *
 * @param source null when the file does not tell
 * @param recordId null to derive the id from the content
 * @param observedAt null for the time of arrival
 * @param identifiers in the order written
 * @param attributes by name; a dot goes into an object, as in {@code address.city}
 * @param consent by purpose
 * @param absent cells that say nothing, in lower case; an empty cell always does
 */
public record FieldMapping(
        Cell source,
        Cell recordId,
        Cell observedAt,
        List<IdentifierCell> identifiers,
        Map<String, Cell> attributes,
        Map<String, Cell> consent,
        Set<String> absent) {

    /**
     * Where a field's text comes from.
     *
     * @param columns joined in this order by the separator, empty ones left out; none for a constant
     * @param constant the text of every record; null when columns tell it
     * @param separator between the texts of several columns
     * @param format of a date or time; null for what is understood without
     * @param zone of a time that names none
     * @param prefix what the columns leave out at the start of every value, such as an area code; may be empty
     */
    public record Cell(
            List<String> columns,
            String constant,
            String separator,
            DateTimeFormatter format,
            ZoneId zone,
            String prefix) {
        public Cell {
            columns = List.copyOf(columns);
        }

        /** Several columns joined by a space, or one as it is. */
        static Cell of(List<String> columns) {
            return new Cell(columns, null, " ", null, ZoneOffset.UTC, "");
        }
    }

    /**
     * A column with identifiers.
     *
     * @param split what parts several values in one cell; null when a cell holds one
     */
    public record IdentifierCell(String type, Cell cell, String split) {}

    public FieldMapping {
        identifiers = List.copyOf(identifiers);
        absent = Set.copyOf(absent);
    }

    /** The columns that the mapping names, in the order written. */
    public Set<String> columns() {
        var columns = new LinkedHashSet<String>();
        for (Cell cell : new Cell[] {source, recordId, observedAt}) {
            if (cell != null) {
                columns.addAll(cell.columns());
            }
        }
        identifiers.forEach(identifier -> columns.addAll(identifier.cell().columns()));
        attributes.values().forEach(cell -> columns.addAll(cell.columns()));
        consent.values().forEach(cell -> columns.addAll(cell.columns()));
        return columns;
    }
}
