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
        return line == null ? null : SourceLine.unread(line.number(), () -> withSource(json.read(line)));
    }

    private ParsedRecord withSource(ParsedRecord parsed) {
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
