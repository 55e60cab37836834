package io.goldenrod.ingest.file;

import io.goldenrod.normalize.RecordLimits;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;

/**
 * How files are to be read.
 *
 * @param format null to tell it from name and content
 * @param mapping which columns of a CSV file mean what; null when its columns are named as the fields of a record
 * @param source the source of records that name none; null to leave that to their refusal
 * @param charset of a CSV file; one in which ASCII is as ever
 * @param delimiter between the cells of a CSV file; null for a tab in {@code .tsv} files and a comma otherwise
 * @param identifierTypes those of the policy
 * @param latest the last day that is not in the future: a two-digit year is read as one that is over
 */
public record FileOptions(
        FileFormat format,
        FieldMapping mapping,
        String source,
        Charset charset,
        Character delimiter,
        Set<String> identifierTypes,
        RecordLimits limits,
        LocalDate latest) {

    public FileOptions {
        Objects.requireNonNull(charset, "charset");
        Objects.requireNonNull(limits, "limits");
        Objects.requireNonNull(latest, "latest");
        identifierTypes = Set.copyOf(identifierTypes);
        if (!"A\n\"".equals(new String(new byte[] {'A', '\n', '"'}, charset))) {
            throw new IllegalArgumentException("the charset " + charset
                    + " is not read line by line; convert the file: iconv -f " + charset + " -t UTF-8");
        }
        if (delimiter != null && (delimiter == '"' || delimiter == '\n' || delimiter == '\r')) {
            throw new IllegalArgumentException("a delimiter is not a quote and not a line end");
        }
    }

    /** Everything told from the file itself. */
    public static FileOptions defaults(Set<String> identifierTypes, LocalDate latest) {
        return new FileOptions(
                null, null, null, StandardCharsets.UTF_8, null, identifierTypes, RecordLimits.DEFAULT, latest);
    }
}
