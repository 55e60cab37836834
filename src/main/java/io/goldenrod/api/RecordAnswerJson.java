package io.goldenrod.api;

import io.goldenrod.ingest.RecordStream.LineAnswer;
import io.goldenrod.normalize.FieldProblem;
import io.goldenrod.resolution.RecordAnswer;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/** Writes what became of records. By hand, because a stream writes as many of these as it reads records. */
final class RecordAnswerJson {

    private RecordAnswerJson() {}

    static void write(JsonGenerator json, LineAnswer line) {
        json.writeStartObject();
        writeFields(json, line);
        json.writeEndObject();
    }

    /** Within an object that was begun. */
    static void writeFields(JsonGenerator json, LineAnswer line) {
        RecordAnswer answer = line.answer();
        json.writeNumberProperty("line", line.line());
        if (answer.key() != null) {
            json.writeStringProperty("source", answer.key().source());
            json.writeStringProperty("recordId", answer.key().recordId());
        }
        json.writeStringProperty("status", answer.accepted() ? "ACCEPTED" : "REJECTED");
        if (answer.accepted()) {
            accepted(json, answer);
        } else {
            problems(json, "errors", answer.errors());
            if (line.refusalId() != null) {
                json.writeStringProperty("quarantineId", line.refusalId());
            } else {
                json.writeBooleanProperty("quarantined", false);
            }
        }
    }

    private static void accepted(JsonGenerator json, RecordAnswer answer) {
        if (answer.customerId() != null) {
            json.writeStringProperty("customerId", answer.customerId());
        }
        json.writeStringProperty("outcome", answer.outcome().name());
        json.writeArrayPropertyStart("merged");
        answer.merged().forEach(json::writeString);
        json.writeEndArray();
        json.writeArrayPropertyStart("held");
        for (RecordAnswer.Held held : answer.held()) {
            json.writeStartObject();
            json.writeStringProperty("identifier", held.identifier());
            json.writeStringProperty("constraint", held.constraint());
            if (held.detail() != null) {
                json.writeStringProperty("detail", held.detail());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
        problems(json, "warnings", answer.warnings());
    }

    private static void problems(JsonGenerator json, String name, List<FieldProblem> problems) {
        json.writeArrayPropertyStart(name);
        for (FieldProblem problem : problems) {
            json.writeStartObject();
            json.writeStringProperty("field", problem.field());
            json.writeStringProperty("code", problem.code());
            json.writeStringProperty("message", problem.message());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
