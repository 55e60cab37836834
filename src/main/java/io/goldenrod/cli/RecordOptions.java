package io.goldenrod.cli;

import io.goldenrod.ingest.YamlDocument;
import io.goldenrod.ingest.file.FieldMapping;
import io.goldenrod.ingest.file.FileFormat;
import io.goldenrod.ingest.file.FileOptions;
import io.goldenrod.ingest.file.InvalidInput;
import io.goldenrod.ingest.file.MappingFile;
import io.goldenrod.ingest.file.RecordFile;
import io.goldenrod.normalize.RecordLimits;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Option;

/** The options of commands that read files of records. */
final class RecordOptions {

    @Option(
            names = "--mapping",
            paramLabel = "FILE",
            description = "YAML that says which columns of a CSV file are which fields.")
    private Path mapping;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "${COMPLETION-CANDIDATES}; told from name and content when not given.")
    private FileFormat format;

    @Option(names = "--source", paramLabel = "NAME", description = "The source of records that name none.")
    private String source;

    @Option(names = "--charset", paramLabel = "NAME", description = "Of a CSV file; UTF-8 when not given.")
    private Charset charset = StandardCharsets.UTF_8;

    @Option(
            names = "--delimiter",
            paramLabel = "CHAR",
            description = "Between the cells of a CSV file; a comma, or a tab in .tsv files, when not given.")
    private Character delimiter;

    FileOptions resolve(Set<String> identifierTypes) {
        FieldMapping fields = mapping == null ? null : MappingFile.read(YamlDocument.load(mapping), identifierTypes);
        try {
            return new FileOptions(
                    format,
                    fields,
                    source,
                    charset,
                    delimiter,
                    identifierTypes,
                    RecordLimits.DEFAULT,
                    LocalDate.now(ZoneOffset.UTC));
        } catch (IllegalArgumentException e) {
            throw new InvalidInput("--charset or --delimiter", List.of(e.getMessage()));
        }
    }

    /** @param file a path, or {@code -} for the standard input */
    static RecordFile open(String file, FileOptions options) throws IOException {
        return file.equals("-")
                ? RecordFile.open("standard input", System.in, options)
                : RecordFile.open(Path.of(file), options);
    }
}
