package io.goldenrod.quality;

import io.goldenrod.identity.RecordKey;
import io.goldenrod.ingest.LineReader;
import io.goldenrod.ingest.file.CsvRows;
import io.goldenrod.ingest.file.CsvRows.Cells;
import io.goldenrod.ingest.file.CsvRows.Row;
import io.goldenrod.ingest.file.InvalidInput;
import io.goldenrod.normalize.RecordLimits;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Which true entity each record belongs to, as a CSV file says: {@code record_id,entity_id}, with a column
 * {@code source} if ids are unique within a source only. It may leave records out.
 */
public final class Truth {

    private static final Set<String> RECORD = Set.of("record_id", "recordid", "record");
    private static final Set<String> ENTITY = Set.of("entity_id", "entityid", "entity", "cluster_id", "clusterid");
    private static final Set<String> SOURCE = Set.of("source", "data_source");
    private static final int PROBLEMS_MAX = 20;

    private final Map<String, String> entities;

    private Truth(Map<String, String> entities) {
        this.entities = Map.copyOf(entities);
    }

    /** @throws InvalidInput with everything that is wrong with the file */
    public static Truth load(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return read(file.toString(), in);
        } catch (NoSuchFileException e) {
            throw new InvalidInput(file.toString(), List.of("there is no such file"));
        }
    }

    /** @throws InvalidInput with everything that is wrong with the text */
    public static Truth read(String name, InputStream in) throws IOException {
        var limits = RecordLimits.DEFAULT;
        var rows = new CsvRows(LineReader.exact(in, limits.recordBytesMax()), ',', StandardCharsets.UTF_8, limits);
        List<String> header = rows.next() instanceof Cells first
                ? first.cells().stream()
                        .map(cell -> cell.strip().toLowerCase(Locale.ROOT))
                        .toList()
                : List.of();
        int record = position(header, RECORD);
        int entity = position(header, ENTITY);
        int source = position(header, SOURCE);
        if (record < 0 || entity < 0) {
            throw new InvalidInput(name, List.of("a truth is a CSV file with the columns record_id and entity_id"));
        }
        Map<String, String> entities = new HashMap<>();
        List<String> problems = new ArrayList<>();
        for (Row row = rows.next(); row != null && problems.size() < PROBLEMS_MAX; row = rows.next()) {
            if (!(row instanceof Cells cells) || cells.cells().size() != header.size()) {
                problems.add("line " + row.number() + " has not the " + header.size() + " cells of the header");
                continue;
            }
            String id = cells.cells().get(record).strip();
            String key = source < 0 ? id : cells.cells().get(source).strip() + "/" + id;
            String value = cells.cells().get(entity).strip();
            if (id.isEmpty() || value.isEmpty()) {
                problems.add("line " + row.number() + " names no record or no entity");
            } else if (!value.equals(entities.getOrDefault(key, value))) {
                problems.add("line " + row.number() + " gives a record a second entity");
            }
            entities.put(key, value);
        }
        if (!problems.isEmpty()) {
            throw new InvalidInput(name, problems);
        }
        return new Truth(entities);
    }

    private static int position(List<String> header, Set<String> names) {
        for (int i = 0; i < header.size(); i++) {
            if (names.contains(header.get(i))) {
                return i;
            }
        }
        return -1;
    }

    /** The entity of a record, or null; it is looked up as {@code source/id}, {@code source:id} and {@code id}. */
    public String entityOf(RecordKey key) {
        String name = nameOf(key);
        return name == null ? null : entities.get(name);
    }

    /** How the truth calls the record, or null when it does not. */
    String nameOf(RecordKey key) {
        for (String name : List.of(key.toString(), key.source() + ":" + key.recordId(), key.recordId())) {
            if (entities.containsKey(name)) {
                return name;
            }
        }
        return null;
    }

    /** How many records it labels. */
    public int size() {
        return entities.size();
    }
}
