package io.goldenrod.api;

import io.goldenrod.graph.IdentifierLookup.Answer;
import io.goldenrod.normalize.IdentifierOutcome;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;

/** Reads and writes many identifiers at once, as an array or one a line. */
final class BatchJson {

    private BatchJson() {}

    /**
     * An identifier as asked.
     *
     * @param source null when none is named
     */
    record Asked(String type, String value, String source) {}

    static List<Asked> read(byte[] body, boolean lines, int identifiersMax) {
        var asked = new ArrayList<Asked>();
        try (JsonParser parser = Json.FACTORY.createParser(ObjectReadContext.empty(), body)) {
            if (!lines && parser.nextToken() != JsonToken.START_ARRAY) {
                throw ProblemException.badRequest("invalid_type", "", "a batch is an array of {\"type\", \"value\"}");
            }
            JsonToken end = lines ? null : JsonToken.END_ARRAY;
            for (JsonToken token = parser.nextToken(); token != end; token = parser.nextToken()) {
                if (asked.size() == identifiersMax) {
                    throw ProblemException.tooLarge(
                            "too_many_identifiers",
                            "a batch has at most " + identifiersMax + " identifiers (setting " + ApiSettings.SETTINGS
                                    + "batch-identifiers-max)");
                }
                asked.add(one(parser, "[" + asked.size() + "]"));
            }
            if (!lines && parser.nextToken() != null) {
                throw ProblemException.badRequest("invalid_json", "", "one array is expected, and nothing after it");
            }
        } catch (JacksonException e) {
            throw invalid(e);
        }
        return asked;
    }

    /** Jackson's own message quotes the text, so only the place is told. */
    static ProblemException invalid(JacksonException e) {
        var place = e.getLocation();
        return ProblemException.badRequest(
                "invalid_json",
                "",
                "the body is not JSON in UTF-8"
                        + (place == null ? "" : ", at line " + place.getLineNr() + ", column " + place.getColumnNr()));
    }

    /** Reads one identifier, whose first token is the current one. */
    static Asked one(JsonParser parser, String field) {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw ProblemException.badRequest(
                    "invalid_type", field, "an identifier is an object {\"type\", \"value\"}");
        }
        String type = null;
        String value = null;
        String source = null;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            JsonToken token = parser.nextToken();
            if (token == null || !token.isScalarValue()) {
                throw ProblemException.badRequest("invalid_type", field, "type, value and source are strings");
            }
            String text = token == JsonToken.VALUE_NULL ? null : parser.getString();
            switch (name) {
                case "type" -> type = text;
                case "value" -> value = text;
                case "source" -> source = text;
                default ->
                    throw ProblemException.badRequest(
                            "unknown_field", field, "an identifier has the fields type, value and source");
            }
        }
        if (type == null || value == null) {
            throw ProblemException.badRequest("missing_field", field, "an identifier has a type and a value");
        }
        return new Asked(type, value, source);
    }

    /** @param answers for those that could be normalised, in order */
    static byte[] write(List<IdentifierOutcome> outcomes, List<Answer> answers, boolean lines) {
        var json = new IdentifierAnswerJson(16 + outcomes.size() * 128);
        Iterator<Answer> next = answers.iterator();
        if (!lines) {
            json.raw('[');
        }
        for (int i = 0; i < outcomes.size(); i++) {
            if (!lines && i > 0) {
                json.raw(',');
            }
            if (outcomes.get(i) instanceof IdentifierOutcome.Normalized normalized) {
                json.answer(normalized.identifier(), next.next(), null);
            } else {
                json.invalid("[" + i + "].value", (IdentifierOutcome.Refusal) outcomes.get(i));
            }
            if (lines) {
                json.raw('\n');
            }
        }
        if (!lines) {
            json.raw(']');
        }
        return json.bytes();
    }
}
