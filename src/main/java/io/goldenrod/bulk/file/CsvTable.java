package io.goldenrod.bulk.file;

import io.goldenrod.bulk.file.Column.Type;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** Rows as CSV: quoted where a cell holds what parts cells, lines end in LF. */
final class CsvTable implements Table {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Utf8Output file;
    private final List<Column> columns;

    CsvTable(Path path, List<Column> columns) throws IOException {
        this.file = new Utf8Output(path);
        this.columns = columns;
        row(columns.stream().map(Column::name).toArray());
    }

    @Override
    public void row(Object... values) throws IOException {
        for (int i = 0; i < values.length; i++) {
            if (i > 0) {
                file.add(',');
            }
            if (values[i] != null) {
                boolean object = columns.get(i).type() == Type.OBJECT && !(values[i] instanceof String);
                cell(object ? JSON.writeValueAsString(values[i]) : values[i].toString());
            }
        }
        file.add('\n');
    }

    private void cell(String text) throws IOException {
        if (!needsQuotes(text)) {
            file.add(text);
            return;
        }
        file.add('"');
        file.add(text.indexOf('"') < 0 ? text : text.replace("\"", "\"\""));
        file.add('"');
    }

    /** An empty text is quoted: a cell with nothing in it means no value. */
    private static boolean needsQuotes(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ',' || c == '"' || c == '\n' || c == '\r') {
                return true;
            }
        }
        return text.isEmpty() || text.charAt(0) == ' ' || text.charAt(text.length() - 1) == ' ';
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
