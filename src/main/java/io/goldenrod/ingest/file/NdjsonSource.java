package io.goldenrod.ingest.file;

import io.goldenrod.identity.RawRecord;
import io.goldenrod.ingest.LineReader;
import io.goldenrod.ingest.ParsedRecord;
import io.goldenrod.ingest.RecordJson;
import java.io.IOException;

/** Records of the API's own JSON, one a line. */
final class NdjsonSource implements RecordSource {

    private final LineReader lines;
    private final RecordJson json;
    private final String source;

    NdjsonSource(LineReader lines, FileOptions options) {
        this.lines = lines;
        this.json = new RecordJson(options.limits());
        this.source = options.source();
    }

    @Override
    public SourceLine next() throws IOException {
        LineReader.Line line = lines.next();
        if (line == null) {
            return null;
        }
        boolean cut = lines.endedWithinLine();
        return SourceLine.unread(line.number(), () -> withSource(cutOff(cut, json.read(line)), source));
    }

    /** What is no JSON because the file ends within it, said so. */
    static ParsedRecord cutOff(boolean endedWithinLine, ParsedRecord parsed) {
        return endedWithinLine
                        && parsed instanceof ParsedRecord.Refused refused
                        && refused.problems().get(0).code().equals("invalid_json")
                ? ParsedRecord.refused(
                        ParsedRecord.WHOLE, "truncated_input", "the file ends within this line; write or copy it again")
                : parsed;
    }

    /** The record, of that source if it names none and that is not null. */
    static ParsedRecord withSource(ParsedRecord parsed, String source) {
        if (source == null
                || !(parsed instanceof ParsedRecord.Read read)
                || read.record().source() != null) {
            return parsed;
        }
        RawRecord record = read.record();
        return new ParsedRecord.Read(new RawRecord(
                source,
                record.recordId(),
                record.observedAt(),
                record.identifiers(),
                record.attributes(),
                record.consent()));
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
