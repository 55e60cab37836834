package io.goldenrod.ingest.file;

import io.goldenrod.ingest.ParsedRecord;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/** Records of a file that is of use as a whole only: where it breaks off or turns out unreadable, that is the end. */
public final class UnbrokenSource implements RecordSource {

    private static final Set<String> BROKEN =
            Set.of("truncated_input", "corrupt_input", "unsupported_format", "empty_file");

    private final String name;
    private final RecordSource records;

    /** @param name of the file, for messages */
    public UnbrokenSource(String name, RecordSource records) {
        this.name = name;
        this.records = records;
    }

    /** The next line, which throws {@link InvalidInput} when it is read and is where the file breaks off. */
    @Override
    public SourceLine next() throws IOException {
        SourceLine line = records.next();
        return line == null ? null : line.with(parsed -> unbroken(line.number(), parsed));
    }

    private ParsedRecord unbroken(long number, ParsedRecord parsed) {
        if (parsed instanceof ParsedRecord.Refused refused
                && BROKEN.contains(refused.problems().get(0).code())) {
            throw new InvalidInput(
                    name + ":" + number, List.of(refused.problems().get(0).message()));
        }
        return parsed;
    }

    @Override
    public void close() throws IOException {
        records.close();
    }
}
