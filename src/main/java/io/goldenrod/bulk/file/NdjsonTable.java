package io.goldenrod.bulk.file;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

/** Rows as one JSON object a line. */
final class NdjsonTable implements Table {

    private static final int BUFFER_BYTES = 1 << 16;
    private static final JsonMapper JSON = JsonMapper.builder(
                    JsonFactory.builder().rootValueSeparator("\n").build())
            .build();

    private final OutputStream file;
    private final JsonGenerator json;
    private final List<Column> columns;
    private boolean empty = true;

    NdjsonTable(Path path, List<Column> columns) throws IOException {
        this.file = new BufferedOutputStream(
                Files.newOutputStream(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), BUFFER_BYTES);
        this.json = JSON.createGenerator(file);
        this.columns = columns;
    }

    @Override
    public void row(Object... values) throws IOException {
        try {
            empty = false;
            json.writeStartObject();
            for (int i = 0; i < values.length; i++) {
                if (values[i] != null) {
                    json.writeName(columns.get(i).name());
                    value(columns.get(i).type(), values[i]);
                }
            }
            json.writeEndObject();
        } catch (JacksonException e) {
            throw cause(e);
        }
    }

    private void value(Column.Type type, Object value) {
        switch (type) {
            case TEXT, TIME -> json.writeString(value.toString());
            case COUNT -> json.writeNumber((long) value);
            case NUMBER -> json.writeNumber((double) value);
            case OBJECT -> json.writePOJO(value);
        }
    }

    private static IOException cause(JacksonException e) {
        return e.getCause() instanceof IOException cause ? cause : new IOException(e);
    }

    @Override
    public void close() throws IOException {
        try (file) {
            if (!empty) {
                json.writeRaw('\n');
            }
            json.close();
        } catch (JacksonException e) {
            throw cause(e);
        }
    }
}
