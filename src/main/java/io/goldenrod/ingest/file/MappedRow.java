package io.goldenrod.ingest.file;

import io.goldenrod.identity.RawRecord;
import io.goldenrod.identity.RawRecord.RawIdentifier;
import io.goldenrod.ingest.ParsedRecord;
import io.goldenrod.ingest.file.FieldMapping.Cell;
import io.goldenrod.ingest.file.FieldMapping.IdentifierCell;
import io.goldenrod.normalize.FieldProblem;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Makes a record of a row of cells. */
final class MappedRow {

    private static final int COLUMNS_SHOWN_MAX = 50;

    private final FieldMapping mapping;
    private final Map<String, Integer> positions;

    /** @param positions of the columns that the mapping names */
    MappedRow(FieldMapping mapping, Map<String, Integer> positions) {
        this.mapping = mapping;
        this.positions = positions;
    }

    /**
     * Of a file with these columns, by the mapping of the options or by the names that a record's own fields have.
     *
     * @throws InvalidInput when columns and mapping do not fit
     */
    static MappedRow fitting(String name, Map<String, Integer> positions, FileOptions options) {
        FieldMapping mapping = options.mapping() != null
                ? options.mapping()
                : OwnNames.mapping(name, positions.keySet(), options.identifierTypes());
        Set<String> missing = new LinkedHashSet<>(mapping.columns());
        missing.removeAll(positions.keySet());
        if (!missing.isEmpty()) {
            throw new InvalidInput(
                    name,
                    List.of("the mapping names columns that the file does not have: " + listed(missing) + "; it has "
                            + listed(positions.keySet())));
        }
        return new MappedRow(mapping, positions);
    }

    static String listed(Set<String> columns) {
        String text =
                String.join(", ", new ArrayList<>(columns).subList(0, Math.min(columns.size(), COLUMNS_SHOWN_MAX)));
        return columns.size() > COLUMNS_SHOWN_MAX ? text + ", …" : text;
    }

    /** The columns that are read. */
    Set<String> columns() {
        return mapping.columns();
    }

    ParsedRecord record(List<String> cells, String defaultSource) {
        var problems = new ArrayList<FieldProblem>();
        var identifiers = new ArrayList<RawIdentifier>();
        for (IdentifierCell identifier : mapping.identifiers()) {
            addIdentifiers(identifier, cells, identifiers);
        }
        var attributes = new LinkedHashMap<String, Object>();
        mapping.attributes().forEach((name, cell) -> {
            String text = text(cell, cells);
            if (text != null) {
                put(attributes, name, cell.format() == null ? text : isoDate(text, cell.format()));
            }
        });
        var consent = new LinkedHashMap<String, Boolean>();
        mapping.consent().forEach((purpose, cell) -> {
            String text = text(cell, cells);
            Boolean given = text == null ? null : truth(text);
            if (given != null) {
                consent.put(purpose, given);
            } else if (text != null) {
                problems.add(new FieldProblem(
                        "consent." + purpose, "invalid_consent", "consent is yes, no, true, false, 1, 0, y or n"));
            }
        });
        Instant observedAt = observedAt(cells, problems);
        String source = text(mapping.source(), cells);
        return problems.isEmpty()
                ? new ParsedRecord.Read(new RawRecord(
                        source == null ? defaultSource : source,
                        text(mapping.recordId(), cells),
                        observedAt,
                        identifiers,
                        attributes,
                        consent))
                : new ParsedRecord.Refused(problems);
    }

    private void addIdentifiers(IdentifierCell identifier, List<String> cells, List<RawIdentifier> identifiers) {
        String text = text(identifier.cell(), cells);
        if (text == null) {
            return;
        }
        String[] parts =
                identifier.split() == null ? new String[] {text} : text.split(Pattern.quote(identifier.split()), -1);
        for (String part : parts) {
            if (!isAbsent(part)) {
                identifiers.add(new RawIdentifier(identifier.type(), part));
            }
        }
    }

    /** The cell's text, or null when it says nothing. */
    private String text(Cell cell, List<String> cells) {
        if (cell == null) {
            return null;
        }
        if (cell.constant() != null) {
            return cell.constant();
        }
        String joined = null;
        for (String column : cell.columns()) {
            String text = cells.get(positions.get(column));
            if (!isAbsent(text)) {
                joined = joined == null ? text : joined + cell.separator() + text;
            }
        }
        return joined == null ? null : cell.prefix() + joined;
    }

    private boolean isAbsent(String text) {
        return text.isBlank()
                || !mapping.absent().isEmpty()
                        && mapping.absent().contains(text.strip().toLowerCase(Locale.ROOT));
    }

    @SuppressWarnings("unchecked")
    private static void put(Map<String, Object> attributes, String name, Object value) {
        int dot = name.indexOf('.');
        if (dot < 0) {
            attributes.put(name, value);
        } else {
            put(
                    (Map<String, Object>) attributes.computeIfAbsent(
                            name.substring(0, dot), key -> new LinkedHashMap<String, Object>()),
                    name.substring(dot + 1),
                    value);
        }
    }

    /** The date in ISO form; as it stands when it does not follow the format, for the normaliser to judge. */
    private static String isoDate(String text, DateTimeFormatter format) {
        try {
            return LocalDate.parse(text.strip(), format).toString();
        } catch (DateTimeException e) {
            return text;
        }
    }

    private static Boolean truth(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "true", "yes", "y", "1" -> true;
            case "false", "no", "n", "0" -> false;
            default -> null;
        };
    }

    private Instant observedAt(List<String> cells, List<FieldProblem> problems) {
        Cell cell = mapping.observedAt();
        String text = text(cell, cells);
        if (text == null) {
            return null;
        }
        try {
            TemporalAccessor parsed = cell.format() == null
                    ? DateTimeFormatter.ISO_DATE_TIME.parseBest(
                            text.strip()
                                    .replaceFirst("^(\\d{4}-\\d{2}-\\d{2}) (?=\\d)", "$1T")
                                    .replaceFirst("^(\\d{4}-\\d{2}-\\d{2})$", "$1T00:00:00"),
                            OffsetDateTime::from,
                            LocalDateTime::from)
                    : cell.format().parseBest(text.strip(), ZonedDateTime::from, LocalDateTime::from, LocalDate::from);
            return instant(parsed, cell.zone());
        } catch (DateTimeException e) {
            problems.add(new FieldProblem(
                    "observedAt", "invalid_time", "the time does not follow the mapping's format (or RFC 3339)"));
            return null;
        }
    }

    private static Instant instant(TemporalAccessor parsed, ZoneId zone) {
        if (parsed instanceof OffsetDateTime time) {
            return time.toInstant();
        }
        if (parsed instanceof ZonedDateTime time) {
            return time.toInstant();
        }
        return parsed instanceof LocalDateTime time
                ? time.atZone(zone).toInstant()
                : ((LocalDate) parsed).atStartOfDay(zone).toInstant();
    }
}
