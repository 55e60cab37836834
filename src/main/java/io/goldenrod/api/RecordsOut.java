package io.goldenrod.api;

import io.goldenrod.ingest.RecordStream.LineAnswer;
import io.goldenrod.ingest.RecordStream.Sink;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/**
 * Sends answers while records still come in: as lines, or as the elements of one array. Nothing is sent before the
 * first answer, so that a request which fails at once can still be answered with a problem.
 */
final class RecordsOut implements Sink {

    private final HttpServletResponse response;
    private final boolean lines;
    private boolean started;

    private RecordsOut(HttpServletResponse response, boolean lines) {
        this.response = response;
        this.lines = lines;
    }

    static RecordsOut lines(HttpServletResponse response) {
        return new RecordsOut(response, true);
    }

    static RecordsOut array(HttpServletResponse response) {
        return new RecordsOut(response, false);
    }

    /** Whether something was sent. */
    boolean started() {
        return started;
    }

    @Override
    public void take(List<LineAnswer> answers) throws IOException {
        var bytes = new ByteArrayOutputStream(answers.size() * 192);
        for (LineAnswer answer : answers) {
            separate(bytes);
            try (JsonGenerator json = Json.generator(bytes)) {
                RecordAnswerJson.write(json, answer);
            }
            endLine(bytes);
        }
        send(bytes);
    }

    /** Tells that the service stopped taking records, and from where to send again. */
    void interrupted(long fromLine) throws IOException {
        var bytes = new ByteArrayOutputStream(256);
        separate(bytes);
        try (JsonGenerator json = Json.generator(bytes)) {
            json.writeStartObject();
            json.writeNumberProperty("line", fromLine);
            json.writeStringProperty("status", "UNAVAILABLE");
            json.writeArrayPropertyStart("errors");
            json.writeStartObject();
            json.writeStringProperty("field", "");
            json.writeStringProperty("code", "unavailable");
            json.writeStringProperty(
                    "message", "the database does not answer in time; send this record and all after it again later");
            json.writeEndObject();
            json.writeEndArray();
            json.writeEndObject();
        }
        endLine(bytes);
        send(bytes);
        end();
    }

    /** After the last answer. */
    void end() throws IOException {
        start();
        if (!lines) {
            response.getOutputStream().write(']');
        }
        response.flushBuffer();
    }

    private void separate(ByteArrayOutputStream bytes) {
        if (!lines && (started || bytes.size() > 0)) {
            bytes.write(',');
        }
    }

    private void endLine(ByteArrayOutputStream bytes) {
        if (lines) {
            bytes.write('\n');
        }
    }

    private void send(ByteArrayOutputStream bytes) throws IOException {
        start();
        bytes.writeTo(response.getOutputStream());
        response.flushBuffer();
    }

    private void start() throws IOException {
        if (!started) {
            started = true;
            response.setStatus(HttpServletResponse.SC_OK);
            response.setContentType(lines ? Json.LINES_MEDIA_TYPE : Json.MEDIA_TYPE);
            if (!lines) {
                response.getOutputStream().write('[');
            }
        }
    }
}
