package io.goldenrod.console.intake;

import io.goldenrod.console.ConsoleProblem;
import io.goldenrod.console.intake.Upload.Reading;
import io.goldenrod.identity.RawRecord;
import io.goldenrod.ingest.ParsedRecord;
import io.goldenrod.ingest.file.FieldMapping;
import io.goldenrod.ingest.file.FileFormat;
import io.goldenrod.ingest.file.FileOptions;
import io.goldenrod.ingest.file.InvalidInput;
import io.goldenrod.ingest.file.ProposedMapping;
import io.goldenrod.ingest.file.RecordFile;
import io.goldenrod.ingest.file.SourceLine;
import io.goldenrod.normalize.RecordLimits;
import io.goldenrod.policy.IdentifierType;
import io.goldenrod.resolution.PolicyInUse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Finds out what a dropped file is, and opens it as it is to be read. */
@Component
class FileReading {

    static final int COLUMNS_MAX = 300;
    static final String PROVEN = "proven";
    static final String DAY_FIRST = "dayFirst";
    static final String MONTH_FIRST = "monthFirst";
    static final Charset WESTERN = Charset.forName("windows-1252");

    private static final int BEGINNING_BYTES = 65_536;
    private static final int ROWS_SAMPLED = 200;
    private static final int SAMPLES_KEPT = 20;
    private static final int VALUE_LENGTH_SHOWN = 120;
    private static final FieldMapping NOTHING =
            new FieldMapping(null, null, null, List.of(), Map.of(), Map.of(), Set.of());

    private final PolicyInUse inUse;
    private final RecordLimits limits;
    private final Clock clock;

    FileReading(PolicyInUse inUse, RecordLimits limits, Clock clock) {
        this.inUse = inUse;
        this.limits = limits;
        this.clock = clock;
    }

    /** @throws ConsoleProblem when it cannot be read at all */
    Upload inspect(String id, String name, Path file, long bytes, Instant now) throws IOException {
        String source = source(name);
        try {
            if (isSelfDescribing(file)) {
                FileFormat format = format(file);
                var reading = new Reading(source, Map.of(), PROVEN, null, StandardCharsets.UTF_8);
                return new Upload(id, name, file, bytes, now, format, List.of(), List.of(), reading);
            }
            Charset charset = isOtherText(file) ? WESTERN : StandardCharsets.UTF_8;
            return withColumns(id, name, file, bytes, now, null, charset, source);
        } catch (InvalidInput e) {
            throw ConsoleProblem.refused("ingest.unreadable", String.join("; ", e.problems()));
        }
    }

    /** Whether the beginning is text of one byte a character: not UTF-8, and no control characters either. */
    private static boolean isOtherText(Path file) throws IOException {
        byte[] beginning;
        try (InputStream content = Files.newInputStream(file)) {
            beginning = content.readNBytes(BEGINNING_BYTES);
        }
        for (byte each : beginning) {
            if (each >= 0 && each < ' ' && each != '\t' && each != '\n' && each != '\r') {
                return false;
            }
        }
        CoderResult read = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(beginning), CharBuffer.allocate(BEGINNING_BYTES), false);
        return read.isError();
    }

    /** The same file, read by another delimiter or in another encoding. */
    Upload again(Upload upload, Character delimiter, Charset charset, String source) throws IOException {
        try {
            return withColumns(
                    upload.id(), upload.name(), upload.file(), upload.bytes(), upload.at(), delimiter, charset, source);
        } catch (InvalidInput e) {
            throw ConsoleProblem.refused("ingest.unreadable", String.join("; ", e.problems()));
        }
    }

    private boolean isSelfDescribing(Path file) throws IOException {
        try (RecordFile records = RecordFile.open(file, options(null, null, null, StandardCharsets.UTF_8))) {
            if (records.format() == null) {
                SourceLine line = records.next();
                throw new InvalidInput(
                        "file",
                        List.of(
                                line.parsed() instanceof ParsedRecord.Refused refused
                                        ? refused.problems().get(0).message()
                                        : "it holds no record"));
            }
            boolean isNested = records.columns().stream()
                    .allMatch(column -> column.matches("source|recordId|observedAt|attributes\\..*|consent\\..*"));
            return records.format() == FileFormat.NDJSON
                    || records.format() == FileFormat.SENZING
                    || records.format() == FileFormat.PARQUET && isNested;
        } catch (InvalidInput e) {
            if (e.getMessage().startsWith("file: ")) {
                throw e;
            }
            // its columns have other names, or it is no table at all, which is told when they are read
            return false;
        }
    }

    private FileFormat format(Path file) throws IOException {
        try (RecordFile records = RecordFile.open(file, options(null, null, null, StandardCharsets.UTF_8))) {
            return records.format();
        }
    }

    private Upload withColumns(
            String id,
            String name,
            Path file,
            long bytes,
            Instant now,
            Character delimiter,
            Charset charset,
            String source)
            throws IOException {
        Character by = delimiter;
        List<String> columns;
        FileFormat format;
        try (RecordFile records = RecordFile.open(file, options(NOTHING, null, by, charset))) {
            columns = records.columns();
            format = records.format();
        }
        if (delimiter == null && format == FileFormat.CSV && columns.size() == 1) {
            for (char other : new char[] {';', '\t', '|'}) {
                if (columns.get(0).indexOf(other) >= 0) {
                    by = other;
                    return withColumns(id, name, file, bytes, now, by, charset, source);
                }
            }
        }
        if (columns.size() > COLUMNS_MAX) {
            throw new InvalidInput(
                    "file",
                    List.of("it has " + columns.size() + " columns, at most " + COLUMNS_MAX
                            + " are read; leave out what is not needed"));
        }
        List<List<String>> samples = new ArrayList<>();
        columns.forEach(column -> samples.add(new ArrayList<>()));
        boolean isUtf8 = sample(file, options(ProposedMapping.verbatim(columns), null, by, charset), samples);
        if (!isUtf8 && delimiter == null && charset.equals(StandardCharsets.UTF_8)) {
            return withColumns(id, name, file, bytes, now, by, WESTERN, source);
        }
        Map<String, String> proposed = ProposedMapping.of(columns, samples, types(), inUse.normalizer());
        var reading = new Reading(source, proposed, PROVEN, by, charset);
        return new Upload(id, name, file, bytes, now, format, List.copyOf(columns), samples, reading);
    }

    /** @return whether all of it could be read in the encoding */
    private static boolean sample(Path file, FileOptions options, List<List<String>> samples) throws IOException {
        boolean isReadable = true;
        try (RecordFile records = RecordFile.open(file, options)) {
            for (int row = 0; row < ROWS_SAMPLED; row++) {
                SourceLine line = records.next();
                if (line == null) {
                    break;
                }
                if (line.parsed() instanceof ParsedRecord.Refused refused) {
                    isReadable &= refused.problems().stream()
                            .noneMatch(problem -> problem.code().equals("invalid_encoding"));
                } else if (line.parsed() instanceof ParsedRecord.Read read) {
                    for (int i = 0; i < samples.size(); i++) {
                        Object value = read.record().attributes().get("c" + i);
                        if (value != null && samples.get(i).size() < SAMPLES_KEPT) {
                            String text = value.toString();
                            samples.get(i).add(text.substring(0, Math.min(text.length(), VALUE_LENGTH_SHOWN)));
                        }
                    }
                }
            }
        }
        return isReadable;
    }

    /** Opens it as it is to be read. @throws ConsoleProblem when its mapping does not fit */
    RecordFile open(Upload upload) throws IOException {
        Reading reading = upload.reading();
        try {
            FieldMapping mapping = upload.hasColumns()
                    ? ProposedMapping.mapping(reading.meanings(), formatter(reading.dates()))
                    : null;
            return RecordFile.open(
                    upload.file(), options(mapping, reading.source(), reading.delimiter(), reading.charset()));
        } catch (InvalidInput e) {
            throw ConsoleProblem.refused("ingest.mapping", String.join("; ", e.problems()));
        }
    }

    Set<String> types() {
        return inUse.policy().types().stream().map(IdentifierType::name).collect(Collectors.toSet());
    }

    /** The records of the beginning, and what is wrong with lines among them. */
    List<SourceLine> first(Upload upload, int most) throws IOException {
        List<SourceLine> lines = new ArrayList<>();
        try (RecordFile records = open(upload)) {
            for (SourceLine line = records.next(); line != null; line = records.next()) {
                lines.add(line);
                if (lines.size() == most) {
                    break;
                }
            }
        }
        return lines;
    }

    private static DateTimeFormatter formatter(String dates) {
        String pattern = switch (dates) {
            case DAY_FIRST -> "[d/M/uuuu][d.M.uuuu][d-M-uuuu]";
            case MONTH_FIRST -> "[M/d/uuuu][M.d.uuuu][M-d-uuuu]";
            default -> null;
        };
        return pattern == null
                ? null
                : DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    }

    private FileOptions options(FieldMapping mapping, String source, Character delimiter, Charset charset) {
        return new FileOptions(
                null,
                mapping,
                source,
                charset,
                delimiter,
                types(),
                limits,
                LocalDate.now(clock.withZone(ZoneOffset.UTC)));
    }

    /** A name for the source, from that of the file: people look it over. */
    static String source(String fileName) {
        String name = fileName.toLowerCase(Locale.ROOT)
                .replaceFirst("(\\.(csv|tsv|tab|txt|ndjson|jsonl|json|parquet))?(\\.(gz|zst))?$", "")
                .replaceAll("[^a-z0-9_-]+", "-")
                .replaceAll("^[-_0-9]+|[-_0-9]+$", "");
        return name.isEmpty() ? null : name.substring(0, Math.min(name.length(), 32));
    }

    /** The record as JSON, to be kept when it is refused. */
    static Map<String, Object> json(RawRecord record) {
        var json = new java.util.LinkedHashMap<String, Object>();
        json.put("source", record.source());
        json.put("recordId", record.recordId());
        json.put(
                "observedAt",
                record.observedAt() == null ? null : record.observedAt().toString());
        json.put(
                "identifiers",
                record.identifiers().stream()
                        .map(each -> {
                            var identifier = new java.util.LinkedHashMap<String, Object>();
                            identifier.put("type", each.type());
                            identifier.put("value", each.value());
                            return identifier;
                        })
                        .toList());
        json.put("attributes", record.attributes());
        json.put("consent", record.consent());
        json.values()
                .removeIf(value -> value == null
                        || value instanceof Map<?, ?> map && map.isEmpty()
                        || value instanceof List<?> list && list.isEmpty());
        return json;
    }
}
