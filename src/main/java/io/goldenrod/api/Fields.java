package io.goldenrod.api;

import io.goldenrod.identity.Text;
import io.goldenrod.normalize.FieldProblem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * The fields of the one JSON object that a body is, read strictly: what is no such object is a broken request, a field
 * that is missing or not acceptable refuses its content.
 */
final class Fields {

    private final Map<String, Object> values;

    private Fields(Map<String, Object> values) {
        this.values = values;
    }

    /** @param allowed all fields that there may be */
    static Fields read(byte[] body, String... allowed) {
        List<String> names = List.of(allowed);
        try (JsonParser parser = Json.MAPPER.createParser(body)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw ProblemException.badRequest(
                        "invalid_type", "", "an object with " + fields(names) + " is expected");
            }
            @SuppressWarnings("unchecked")
            Map<String, Object> values = parser.readValueAs(LinkedHashMap.class);
            if (parser.nextToken() != null) {
                throw ProblemException.badRequest("invalid_json", "", "one object is expected, and nothing after it");
            }
            if (!names.containsAll(values.keySet())) {
                throw ProblemException.badRequest("unknown_field", "", "what is taken here is " + fields(names));
            }
            return new Fields(values);
        } catch (JacksonException e) {
            throw BatchJson.invalid(e);
        }
    }

    private static String fields(List<String> names) {
        return (names.size() == 1 ? "the field " : "the fields ") + String.join(", ", names);
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    /** A JSON value; null when there is none. */
    Object value(String name) {
        return values.get(name);
    }

    /** A line of text; null when there is none. */
    String text(String name, int lengthMax) {
        Object value = values.get(name);
        if (value == null) {
            return null;
        }
        if (!(value instanceof String text) || text.isBlank() || text.length() > lengthMax || !isText(text)) {
            throw refused(
                    name,
                    "invalid_text",
                    name + " is text of 1 to " + lengthMax + " characters, without control characters");
        }
        return text.strip();
    }

    /** As {@link #text}, and must be there. */
    String required(String name, int lengthMax) {
        String text = text(name, lengthMax);
        if (text == null) {
            throw refused(name, "missing_field", "the field " + name + " is needed");
        }
        return text;
    }

    /** A parameter that is a line of text; null when there is none. */
    static String parameter(Query query, String name, int lengthMax) {
        String text = query.text(name);
        if (text != null && (text.isBlank() || text.length() > lengthMax || !Text.isClean(text))) {
            throw ProblemException.badRequest(
                    "invalid_parameter", name, name + " is text of 1 to " + lengthMax + " characters");
        }
        return text;
    }

    /** Whether it holds no control character but the ends of lines. */
    private static boolean isText(String text) {
        return Text.isClean(text.replace("\n", " ").replace("\r", " ").replace("\t", " "));
    }

    static ProblemException refused(String field, String code, String message) {
        return ProblemException.refused(message, List.of(new FieldProblem(field, code, message)));
    }
}
