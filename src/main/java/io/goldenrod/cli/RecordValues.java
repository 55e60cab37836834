package io.goldenrod.cli;

import io.goldenrod.identity.RecordKey;
import io.goldenrod.identity.SourceRecord;
import io.goldenrod.quality.RecordsRead;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What records say, in a line, for those who asked to see it. */
final class RecordValues {

    private final RecordsRead read;
    private final boolean shown;

    RecordValues(RecordsRead read, boolean shown) {
        this.read = read;
        this.shown = shown;
    }

    boolean shown() {
        return shown;
    }

    /** Attributes and identifiers by name; empty unless they are to be shown. */
    Map<String, Object> of(RecordKey key) {
        SourceRecord record = shown ? read.record(key) : null;
        if (record == null) {
            return Map.of();
        }
        Map<String, Object> values = new TreeMap<>();
        record.attributes().forEach((name, value) -> values.put(name, value.value()));
        record.identifiers()
                .forEach(identifier -> values.merge(
                        identifier.type(), List.of(identifier.value()), (before, after) -> before + ", " + after));
        return values;
    }

    String line(RecordKey key) {
        return of(key).entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining("; "));
    }
}
