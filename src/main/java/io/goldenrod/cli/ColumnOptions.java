package io.goldenrod.cli;

import io.goldenrod.ingest.YamlDocument;
import io.goldenrod.ingest.file.FieldMapping;
import io.goldenrod.ingest.file.FileFormat;
import io.goldenrod.ingest.file.FileOptions;
import io.goldenrod.ingest.file.InvalidInput;
import io.goldenrod.ingest.file.MappingFile;
import io.goldenrod.normalize.RecordLimits;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Option;

/** The options of commands that read files of records, but for the format. */
final class ColumnOptions {

    @Option(
            names = "--mapping",
            paramLabel = "FILE",
            description = "YAML that says which columns of CSV and Parquet files are which fields.")
    private Path mapping;

    @Option(names = "--source", paramLabel = "NAME", description = "The source of records that name none.")
    private String source;

    @Option(names = "--charset", paramLabel = "NAME", description = "Of a CSV file; UTF-8 when not given.")
    private Charset charset = StandardCharsets.UTF_8;

    @Option(
            names = "--delimiter",
            paramLabel = "CHAR",
            description = "Between the cells of a CSV file; a comma, or a tab in .tsv files, when not given.")
    private Character delimiter;

    /** @param format null to tell it from the files */
    FileOptions resolve(FileFormat format, Set<String> identifierTypes) {
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
}
