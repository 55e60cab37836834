package io.goldenrod.ingest.file;

import io.goldenrod.identity.Text;
import io.goldenrod.ingest.YamlDocument;
import io.goldenrod.ingest.file.FieldMapping.Cell;
import io.goldenrod.ingest.file.FieldMapping.IdentifierCell;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Reads a {@link FieldMapping} from YAML; every problem is told at once, with its line. */
public final class MappingFile {

    private static final Set<String> FIELDS =
            Set.of("source", "recordId", "observedAt", "identifiers", "attributes", "consent", "empty");
    private static final Set<String> CELL_FIELDS =
            Set.of("column", "columns", "value", "separator", "format", "zone", "split", "prefix");
    private static final int ENTRIES_MAX = 1000;
    private static final int ATTRIBUTE_DEPTH_MAX = 8;

    private final YamlDocument document;
    private final Set<String> identifierTypes;
    private final List<String> problems = new ArrayList<>();

    private MappingFile(YamlDocument document, Set<String> identifierTypes) {
        this.document = document;
        this.identifierTypes = identifierTypes;
    }

    /**
     * @param identifierTypes those of the policy
     * @throws InvalidInput with everything that is wrong
     */
    public static FieldMapping read(YamlDocument document, Set<String> identifierTypes) {
        var file = new MappingFile(document, identifierTypes);
        FieldMapping mapping = file.mapping();
        if (!file.problems.isEmpty()) {
            throw new InvalidInput(document.name(), file.problems);
        }
        return mapping;
    }

    private FieldMapping mapping() {
        Map<String, Object> values = document.values();
        for (String name : values.keySet()) {
            if (!FIELDS.contains(name)) {
                problem(name, "is unknown; a mapping has " + new TreeSet<>(FIELDS));
            }
        }
        Object source = values.get("source");
        Cell sourceCell = source instanceof String text
                ? new Cell(List.of(), text, " ", null, ZoneOffset.UTC, "")
                : optionalCell("source", source);
        var mapping = new FieldMapping(
                sourceCell,
                optionalCell("recordId", values.get("recordId")),
                optionalCell("observedAt", values.get("observedAt")),
                identifiers(values.get("identifiers")),
                attributes(values.get("attributes")),
                cells("consent", values.get("consent")),
                absent(values.get("empty")));
        if (mapping.identifiers().isEmpty() && mapping.attributes().isEmpty() && problems.isEmpty()) {
            problem("", "map at least one identifier or attribute");
        }
        return mapping;
    }

    private List<IdentifierCell> identifiers(Object value) {
        var found = new ArrayList<IdentifierCell>();
        entries("identifiers", value).forEach((type, given) -> {
            String path = "identifiers." + type;
            if (!identifierTypes.contains(type)) {
                problem(path, "is no identifier type of the policy; known are " + new TreeSet<>(identifierTypes));
            }
            List<?> list = given instanceof List<?> several ? several : List.of(given == null ? Map.of() : given);
            for (int i = 0; i < list.size(); i++) {
                String place = given instanceof List<?> ? path + "[" + i + "]" : path;
                String split = list.get(i) instanceof Map<?, ?> map ? text(place + ".split", map.get("split")) : null;
                Cell cell = cell(place, list.get(i));
                if (cell != null) {
                    found.add(new IdentifierCell(type, cell, split));
                }
            }
        });
        return found;
    }

    private Map<String, Cell> attributes(Object value) {
        Map<String, Cell> cells = cells("attributes", value);
        for (String name : cells.keySet()) {
            String[] parts = name.split("\\.", -1);
            if (parts.length > ATTRIBUTE_DEPTH_MAX || List.of(parts).contains("")) {
                problem("attributes." + name, "has an empty part or more than " + ATTRIBUTE_DEPTH_MAX + " parts");
            }
            if (cells.keySet().stream().anyMatch(other -> other.startsWith(name + "."))) {
                problem("attributes." + name, "is mapped as a value and as an object");
            }
        }
        return cells;
    }

    private Map<String, Cell> cells(String path, Object value) {
        var cells = new LinkedHashMap<String, Cell>();
        entries(path, value).forEach((name, given) -> {
            Cell cell = cell(path + "." + name, given);
            if (cell != null) {
                cells.put(name, cell);
            }
        });
        return cells;
    }

    private Map<String, Object> entries(String path, Object value) {
        var entries = new LinkedHashMap<String, Object>();
        if (value instanceof Map<?, ?> map && map.size() <= ENTRIES_MAX) {
            map.forEach((name, given) -> {
                if (name instanceof String text && !text.isBlank() && Text.isClean(text)) {
                    entries.put(text, given);
                } else {
                    problem(path, "has a name that is no text");
                }
            });
        } else if (value != null) {
            problem(path, "is a map of at most " + ENTRIES_MAX + " names to columns");
        }
        return entries;
    }

    private Cell optionalCell(String path, Object value) {
        return value == null ? null : cell(path, value);
    }

    private Cell cell(String path, Object value) {
        if (value instanceof String column) {
            return Cell.of(List.of(column));
        }
        if (value instanceof List<?> list) {
            return Cell.of(columns(path, list));
        }
        if (!(value instanceof Map<?, ?> map)) {
            problem(
                    path,
                    "names a column, a list of columns, or {column, columns, value, separator, format, zone, prefix}");
            return null;
        }
        for (Object name : map.keySet()) {
            if (!CELL_FIELDS.contains(name) || name.equals("split") && !path.startsWith("identifiers.")) {
                problem(path + "." + name, "is unknown; known are " + new TreeSet<>(CELL_FIELDS));
            }
        }
        int origins = (map.containsKey("column") ? 1 : 0)
                + (map.containsKey("columns") ? 1 : 0)
                + (map.containsKey("value") ? 1 : 0);
        if (origins != 1) {
            problem(path, "names one of column, columns and value");
            return null;
        }
        String column = text(path + ".column", map.get("column"));
        List<String> columns = column != null
                ? List.of(column)
                : map.get("columns") instanceof List<?> list ? columns(path + ".columns", list) : List.of();
        String constant = text(path + ".value", map.get("value"));
        if (columns.isEmpty() && constant == null) {
            problem(path, "names a column or a value");
            return null;
        }
        String separator = text(path + ".separator", map.get("separator"));
        String prefix = text(path + ".prefix", map.get("prefix"));
        return new Cell(
                columns,
                constant,
                separator == null ? " " : separator,
                format(path + ".format", map.get("format")),
                zone(path + ".zone", map.get("zone")),
                prefix == null ? "" : prefix);
    }

    private List<String> columns(String path, List<?> list) {
        var columns = new ArrayList<String>();
        for (Object each : list) {
            if (each instanceof String column && !column.isBlank()) {
                columns.add(column);
            } else {
                problem(path, "is a list of column names");
            }
        }
        if (list.isEmpty()) {
            problem(path, "names at least one column");
        }
        return columns;
    }

    private String text(String path, Object value) {
        if (value == null || value instanceof String) {
            return (String) value;
        }
        if (value instanceof Number || value instanceof Boolean) {
            return value.toString();
        }
        problem(path, "is a text");
        return null;
    }

    private DateTimeFormatter format(String path, Object value) {
        String pattern = text(path, value);
        if (pattern == null) {
            return null;
        }
        try {
            // Strict resolving knows the year of an era as u; people write y.
            return DateTimeFormatter.ofPattern(pattern.replace('y', 'u'), Locale.ROOT)
                    .withResolverStyle(ResolverStyle.STRICT);
        } catch (IllegalArgumentException e) {
            problem(path, "is no date format such as yyyyMMdd or dd/MM/yyyy HH:mm");
            return null;
        }
    }

    private ZoneId zone(String path, Object value) {
        String name = text(path, value);
        try {
            return name == null ? ZoneOffset.UTC : ZoneId.of(name);
        } catch (DateTimeException e) {
            problem(path, "is no time zone such as Europe/Berlin or +01:00");
            return ZoneOffset.UTC;
        }
    }

    private Set<String> absent(Object value) {
        var absent = new LinkedHashSet<String>();
        if (value instanceof List<?> list) {
            list.forEach(each -> absent.add(String.valueOf(each).strip().toLowerCase(Locale.ROOT)));
        } else if (value != null) {
            problem("empty", "is a list of texts that say nothing, such as [\"N/A\", \"NULL\"]");
        }
        return absent;
    }

    private void problem(String path, String message) {
        int line = document.lineOf(path);
        problems.add((path.isEmpty() ? "the mapping" : path) + (line > 0 ? " (line " + line + ") " : " ") + message);
    }
}
