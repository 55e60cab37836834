package io.goldenrod.cli;

import io.goldenrod.ingest.file.FileFormat;
import io.goldenrod.ingest.file.FileOptions;
import io.goldenrod.ingest.file.RecordFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of commands that read files of records. */
final class RecordOptions {

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "${COMPLETION-CANDIDATES}; told from name and content when not given.")
    private FileFormat format;

    @Mixin
    private ColumnOptions columns;

    FileOptions resolve(Set<String> identifierTypes) {
        return columns.resolve(format, identifierTypes);
    }

    /** @param file a path, or {@code -} for the standard input */
    static RecordFile open(String file, FileOptions options) throws IOException {
        return file.equals("-")
                ? RecordFile.open("standard input", System.in, options)
                : RecordFile.open(Path.of(file), options);
    }
}
