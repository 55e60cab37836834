package io.goldenrod.ingest;

import io.goldenrod.identity.RawRecord;
import io.goldenrod.identity.RawRecord.RawIdentifier;
import io.goldenrod.identity.Text;
import io.goldenrod.normalize.FieldProblem;
import io.goldenrod.normalize.RecordLimits;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Reads one record off a JSON parser, whose current token is the record's first and afterwards its last. Goes on after
 * a wrong field, so that all problems are told at once. For one record only.
 */
final class RecordParser {

    private static final List<String> FIELDS =
            List.of("source", "recordId", "observedAt", "identifiers", "attributes", "consent");

    /** Beyond this a number is a mistake, and writing it out in full would take the memory of the machine. */
    private static final int EXPONENT_MAX = 400;

    private final JsonParser parser;
    private final RecordLimits limits;
    private final List<FieldProblem> problems = new ArrayList<>();
    private final List<RawIdentifier> identifiers = new ArrayList<>();
    private final Map<String, Object> attributes = new LinkedHashMap<>();
    private final Map<String, Boolean> consent = new LinkedHashMap<>();
    private String source;
    private String recordId;
    private Instant observedAt;

    RecordParser(JsonParser parser, RecordLimits limits) {
        this.parser = parser;
        this.limits = limits;
    }

    ParsedRecord parse() {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return ParsedRecord.refused(ParsedRecord.WHOLE, "invalid_type", "a record is a JSON object");
        }
        eachField("", this::topField);
        return problems.isEmpty()
                ? new ParsedRecord.Read(new RawRecord(source, recordId, observedAt, identifiers, attributes, consent))
                : new ParsedRecord.Refused(problems);
    }

    /** The fields of an object of another format than a record's own; what is wrong goes to the list. */
    Map<String, Object> fields(List<FieldProblem> found) {
        Map<String, Object> fields = Map.of();
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            fields = object("", 0);
        } else {
            problem(ParsedRecord.WHOLE, "invalid_json", "a record is a JSON object");
        }
        found.addAll(problems);
        return fields;
    }

    private void topField(String name, String path) {
        boolean absent = parser.currentToken() == JsonToken.VALUE_NULL;
        if (!FIELDS.contains(name)) {
            parser.skipChildren();
            problem(path, "unknown_field", "a record has the fields " + String.join(", ", FIELDS));
        } else if (!absent) {
            switch (name) {
                case "source" -> source = text(path, false);
                case "recordId" -> recordId = text(path, true);
                case "observedAt" -> observedAt = time(path);
                case "identifiers" -> identifiers();
                case "attributes" -> attributes();
                default -> consent();
            }
        }
    }

    private Instant time(String path) {
        String text = text(path, false);
        if (text == null) {
            return null;
        }
        try {
            return Timestamps.parse(text);
        } catch (DateTimeParseException e) {
            problem(path, "invalid_time", "a time is written as in RFC 3339: 2026-05-01T10:00:00Z");
            return null;
        }
    }

    private void identifiers() {
        if (!expect(JsonToken.START_ARRAY, "identifiers", "identifiers are an array of {\"type\", \"value\"}")) {
            return;
        }
        for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
            if (i >= limits.identifiersMax()) {
                parser.skipChildren();
                problemOnce(LimitProblems.tooManyIdentifiers(limits));
            } else {
                identifier("identifiers[" + i + "]");
            }
        }
    }

    private void identifier(String path) {
        if (!expect(JsonToken.START_OBJECT, path, "an identifier is an object {\"type\", \"value\"}")) {
            return;
        }
        int problemsBefore = problems.size();
        var found = new LinkedHashMap<String, String>();
        eachField(path, (name, inner) -> {
            boolean absent = parser.currentToken() == JsonToken.VALUE_NULL;
            if (!name.equals("type") && !name.equals("value")) {
                parser.skipChildren();
                problem(inner, "unknown_field", "an identifier has the fields type and value");
            } else if (!absent || name.equals("type")) {
                found.put(name, text(inner, name.equals("value")));
            } else {
                found.put(name, null);
            }
        });
        if (problems.size() > problemsBefore) {
            return;
        }
        if (!found.containsKey("type")) {
            problem(path + ".type", "missing_field", "an identifier has a type");
        } else if (!found.containsKey("value")) {
            problem(path + ".value", "missing_field", "an identifier has a value");
        } else if (found.get("value") != null) {
            identifiers.add(new RawIdentifier(found.get("type"), found.get("value")));
        }
    }

    private void attributes() {
        if (!expect(JsonToken.START_OBJECT, "attributes", "attributes are an object")) {
            return;
        }
        eachField("attributes", (name, path) -> {
            if (attributes.size() == limits.attributesMax()) {
                parser.skipChildren();
                problemOnce(LimitProblems.tooManyAttributes(limits));
                return;
            }
            Object value = value(path, 1);
            if (value != null) {
                attributes.put(name, value);
            }
        });
    }

    private void consent() {
        if (!expect(JsonToken.START_OBJECT, "consent", "consent is an object of purposes, each true or false")) {
            return;
        }
        eachField("consent", (name, path) -> {
            if (consent.size() == limits.consentsMax()) {
                parser.skipChildren();
                problemOnce(LimitProblems.tooManyConsents(limits));
            } else if (parser.currentToken().isBoolean()) {
                consent.put(name, parser.getBooleanValue());
            } else if (parser.currentToken() != JsonToken.VALUE_NULL) {
                parser.skipChildren();
                problem(path, "invalid_type", "consent to a purpose is true or false");
            }
        });
    }

    /** Any JSON value, without its nulls; null for null and for what was refused. */
    private Object value(String path, int depth) {
        JsonToken token = parser.currentToken();
        return switch (token) {
            case START_OBJECT, START_ARRAY -> {
                if (depth > limits.attributeDepthMax()) {
                    parser.skipChildren();
                    problem(LimitProblems.tooDeep(path, limits));
                    yield null;
                }
                yield token == JsonToken.START_OBJECT ? object(path, depth) : array(path, depth);
            }
            case VALUE_STRING -> text(path, false);
            case VALUE_TRUE -> Boolean.TRUE;
            case VALUE_FALSE -> Boolean.FALSE;
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(path);
            default -> null;
        };
    }

    private Map<String, Object> object(String path, int depth) {
        var map = new LinkedHashMap<String, Object>();
        eachField(path, (name, inner) -> {
            Object value = value(inner, depth + 1);
            if (value != null) {
                map.put(name, value);
            }
        });
        return map;
    }

    private List<Object> array(String path, int depth) {
        var list = new ArrayList<>();
        for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
            Object value = value(path + "[" + i + "]", depth + 1);
            if (value != null) {
                list.add(value);
            }
        }
        return list;
    }

    private Number number(String path) {
        if (parser.currentToken() == JsonToken.VALUE_NUMBER_INT && parser.getStringLength() <= 18) {
            return parser.getLongValue();
        }
        try {
            BigDecimal number = new BigDecimal(parser.getString());
            if (Math.abs((long) number.precision() - number.scale() - 1) <= EXPONENT_MAX) {
                return number;
            }
        } catch (ArithmeticException | NumberFormatException e) {
            // An exponent beyond what a scale holds is refused as any other that is too large.
        }
        problem(path, "invalid_number", "a number's exponent is from -" + EXPONENT_MAX + " to " + EXPONENT_MAX);
        return null;
    }

    /** The text of a string; of a number or boolean as written, where those are taken; null when refused. */
    private String text(String path, boolean scalars) {
        JsonToken token = parser.currentToken();
        if (token != JsonToken.VALUE_STRING && !(scalars && token.isScalarValue())) {
            parser.skipChildren();
            problem(path, "invalid_type", scalars ? "a string or a number is expected" : "a string is expected");
            return null;
        }
        String text = parser.getString();
        if (!isWellFormed(text)) {
            problem(path, "invalid_encoding", "the text holds a lone surrogate");
            return null;
        }
        return text;
    }

    static boolean isWellFormed(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isHighSurrogate(text.charAt(i))) {
                i++;
                if (i == text.length() || !Character.isLowSurrogate(text.charAt(i))) {
                    return false;
                }
            } else if (Character.isLowSurrogate(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private boolean expect(JsonToken token, String path, String message) {
        if (parser.currentToken() == token) {
            return true;
        }
        parser.skipChildren();
        problem(path, "invalid_type", message);
        return false;
    }

    private interface Field {
        void read(String name, String path);
    }

    /** Calls back at the value of each field whose name is acceptable and new in this object. */
    private void eachField(String path, Field field) {
        Set<String> seen = new HashSet<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            boolean acceptable =
                    !name.isEmpty() && name.length() <= LimitProblems.NAME_LENGTH_MAX && Text.isClean(name);
            String inner = (path.isEmpty() ? "" : path + ".") + (acceptable ? name : "?");
            if (!acceptable) {
                parser.skipChildren();
                problem(
                        inner,
                        "invalid_name",
                        "a field's name has 1 to " + LimitProblems.NAME_LENGTH_MAX
                                + " characters, none of them a control character or a lone surrogate");
            } else if (!seen.add(name)) {
                parser.skipChildren();
                problem(inner, "duplicate_field", "the field is there twice");
            } else {
                field.read(name, inner);
            }
        }
    }

    private void problem(String field, String code, String message) {
        problem(new FieldProblem(field, code, message));
    }

    private void problemOnce(FieldProblem problem) {
        if (!problems.contains(problem)) {
            problem(problem);
        }
    }

    private void problem(FieldProblem problem) {
        if (problems.size() < LimitProblems.PROBLEMS_MAX) {
            problems.add(problem);
        }
    }
}
