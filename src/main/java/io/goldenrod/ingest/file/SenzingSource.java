package io.goldenrod.ingest.file;

import io.goldenrod.ingest.LineReader;
import io.goldenrod.ingest.ParsedRecord;
import io.goldenrod.ingest.RecordJson;
import io.goldenrod.normalize.FieldProblem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Records of Senzing's JSON, one a line. */
final class SenzingSource implements RecordSource {

    private final LineReader lines;
    private final RecordJson json;
    private final FileOptions options;

    SenzingSource(LineReader lines, FileOptions options) {
        this.lines = lines;
        this.json = new RecordJson(options.limits());
        this.options = options;
    }

    @Override
    public SourceLine next() throws IOException {
        LineReader.Line line = lines.next();
        if (!(line instanceof LineReader.Content content)) {
            return line == null ? null : new SourceLine(line.number(), json.read(line));
        }
        return SourceLine.unread(line.number(), () -> read(content));
    }

    private ParsedRecord read(LineReader.Content content) {
        List<FieldProblem> problems = new ArrayList<>();
        Map<String, Object> fields = json.readFields(content.bytes(), problems);
        return fields == null
                ? new ParsedRecord.Refused(problems)
                : new SenzingRecord(options.identifierTypes()).read(fields, options.source());
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
