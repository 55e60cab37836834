package io.goldenrod.ingest;

import io.goldenrod.identity.RawRecord;
import io.goldenrod.identity.RawRecord.RawIdentifier;
import io.goldenrod.normalize.FieldProblem;
import io.goldenrod.normalize.RecordLimits;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/**
 * Records as JSON (RFC 8259), read strictly: a repeated or unknown field, a wrong type, a lone surrogate or bytes that
 * are not UTF-8 refuse the record, with the field's place. Safe for use by several threads.
 */
public final class RecordJson {

    private static final int NUMBER_LENGTH_MAX = 1000;
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(200)
                    .maxNumberLength(NUMBER_LENGTH_MAX)
                    .build())
            .build();

    private final RecordLimits limits;

    public RecordJson(RecordLimits limits) {
        this.limits = limits;
    }

    /**
     * An array of records could not be read to its end, so none of it is taken.
     */
    public static final class BrokenArray extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient ParsedRecord.Refused refused;

        BrokenArray(ParsedRecord.Refused refused) {
            super(refused.problems().get(0).message());
            this.refused = refused;
        }

        /** Why. */
        public ParsedRecord.Refused refused() {
            return refused;
        }
    }

    /**
     * One element of an array.
     *
     * @param text as sent
     */
    public record Element(String text, ParsedRecord parsed) {}

    /** Reads one JSON object, with nothing but white space around it. */
    public ParsedRecord read(byte[] json) {
        if (json.length > limits.recordBytesMax()) {
            return tooLarge(limits);
        }
        String text = decode(json);
        return text == null ? notUtf8() : read(text);
    }

    /** Reads a line of newline-delimited JSON. */
    public ParsedRecord read(LineReader.Line line) {
        if (line instanceof LineReader.Content content) {
            return read(content.bytes());
        }
        return line instanceof LineReader.Broken broken ? brokenOff(broken) : tooLarge(limits);
    }

    /** Why a line over the limit is no record. */
    public static ParsedRecord.Refused tooLarge(RecordLimits limits) {
        return new ParsedRecord.Refused(List.of(LimitProblems.tooLarge(limits)));
    }

    /** Why the line in which a stream broke off is no record. */
    public static ParsedRecord.Refused brokenOff(LineReader.Broken broken) {
        return ParsedRecord.refused(
                ParsedRecord.WHOLE,
                broken.code(),
                "the compressed data ends or is damaged here; the lines before were read, send the rest again");
    }

    private ParsedRecord read(String text) {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            if (parser.nextToken() == null) {
                return ParsedRecord.refused(ParsedRecord.WHOLE, "invalid_json", "there is no JSON; send one object");
            }
            ParsedRecord parsed = new RecordParser(parser, limits).parse();
            if (parser.nextToken() != null) {
                return notAlone();
            }
            return parsed;
        } catch (JacksonException e) {
            return broken(e);
        }
    }

    /**
     * Reads one JSON object of any fields, by the same strict rules: for formats that are not a record's own.
     *
     * @param problems takes what is wrong
     * @return null when anything is wrong
     */
    public Map<String, Object> readFields(byte[] json, List<FieldProblem> problems) {
        ParsedRecord.Refused refused;
        String text = decode(json);
        if (json.length > limits.recordBytesMax()) {
            refused = tooLarge(limits);
        } else if (text == null) {
            refused = notUtf8();
        } else {
            try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
                parser.nextToken();
                Map<String, Object> fields = new RecordParser(parser, limits).fields(problems);
                if (parser.nextToken() == null) {
                    return problems.isEmpty() ? fields : null;
                }
                refused = notAlone();
            } catch (JacksonException e) {
                refused = broken(e);
            }
        }
        problems.addAll(refused.problems());
        return null;
    }

    /**
     * Reads a JSON array of records; each is judged by itself.
     *
     * @param elementsMax more elements than this refuse the array
     * @throws BrokenArray when the text is not one JSON array, so that its elements cannot be told apart
     */
    public List<Element> readArray(byte[] json, int elementsMax) throws BrokenArray {
        String text = decode(json);
        if (text == null) {
            throw new BrokenArray(notUtf8());
        }
        var elements = new ArrayList<Element>();
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                throw new BrokenArray(ParsedRecord.refused(
                        ParsedRecord.WHOLE, "invalid_json", "a JSON array of records is expected"));
            }
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                if (elements.size() == elementsMax) {
                    throw new BrokenArray(ParsedRecord.refused(
                            ParsedRecord.WHOLE,
                            "too_many_records",
                            "an array has at most " + elementsMax + " records"));
                }
                int start = (int) parser.currentTokenLocation().getCharOffset();
                ParsedRecord parsed = new RecordParser(parser, limits).parse();
                int end = (int) parser.currentLocation().getCharOffset();
                elements.add(limited(text.substring(start, end), parsed));
            }
            if (parser.nextToken() != null) {
                throw new BrokenArray(ParsedRecord.refused(
                        ParsedRecord.WHOLE, "invalid_json", "one JSON array is expected, and nothing after it"));
            }
        } catch (JacksonException e) {
            throw new BrokenArray(broken(e));
        }
        return elements;
    }

    private Element limited(String text, ParsedRecord parsed) {
        boolean tooLarge = text.length() > limits.recordBytesMax()
                || text.length() * 3L > limits.recordBytesMax()
                        && text.getBytes(StandardCharsets.UTF_8).length > limits.recordBytesMax();
        return new Element(text, tooLarge ? tooLarge(limits) : parsed);
    }

    /** The text, or null when the bytes are not UTF-8. A leading byte order mark is dropped. */
    private static String decode(byte[] json) {
        String text = new String(json, StandardCharsets.UTF_8);
        // Malformed bytes become the replacement character, which may also stand in the text as such.
        if (text.indexOf('\uFFFD') >= 0) {
            try {
                StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(json));
            } catch (CharacterCodingException e) {
                return null;
            }
        }
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static ParsedRecord.Refused notAlone() {
        return ParsedRecord.refused(
                ParsedRecord.WHOLE, "invalid_json", "one JSON object is expected, and nothing after it");
    }

    private static ParsedRecord.Refused notUtf8() {
        return ParsedRecord.refused(
                ParsedRecord.WHOLE, "invalid_encoding", "the text is not UTF-8; send JSON in UTF-8");
    }

    /** Jackson's own message quotes the text, which may be personal: only the place is told. */
    private ParsedRecord.Refused broken(JacksonException e) {
        if (e instanceof StreamConstraintsException) {
            return ParsedRecord.refused(
                    ParsedRecord.WHOLE,
                    "too_complex",
                    "a number has at most " + NUMBER_LENGTH_MAX + " characters, and nesting is at most "
                            + limits.attributeDepthMax() + " deep");
        }
        var location = e.getLocation();
        String place = location == null
                ? ""
                : " at " + (location.getLineNr() > 1 ? "line " + location.getLineNr() + ", " : "") + "column "
                        + location.getColumnNr();
        return ParsedRecord.refused(ParsedRecord.WHOLE, "invalid_json", "the text is not JSON" + place);
    }

    /**
     * The record as one line of JSON that {@link #read} reads back as an equal record: fields in a fixed order, absent
     * ones left out, attributes in the order sent.
     */
    public static String write(RawRecord record) {
        var text = new StringWriter(256);
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            if (record.source() != null) {
                json.writeStringProperty("source", record.source());
            }
            if (record.recordId() != null) {
                json.writeStringProperty("recordId", record.recordId());
            }
            if (record.observedAt() != null) {
                json.writeStringProperty("observedAt", record.observedAt().toString());
            }
            if (!record.identifiers().isEmpty()) {
                json.writeArrayPropertyStart("identifiers");
                for (RawIdentifier identifier : record.identifiers()) {
                    json.writeStartObject();
                    json.writeStringProperty("type", identifier.type());
                    json.writeStringProperty("value", identifier.value());
                    json.writeEndObject();
                }
                json.writeEndArray();
            }
            if (!record.attributes().isEmpty()) {
                json.writeName("attributes");
                writeValue(json, record.attributes());
            }
            if (!record.consent().isEmpty()) {
                json.writeName("consent");
                writeValue(json, record.consent());
            }
            json.writeEndObject();
        }
        return text.toString();
    }

    private static void writeValue(JsonGenerator json, Object value) {
        if (value instanceof Map<?, ?> map) {
            json.writeStartObject();
            map.forEach((name, inner) -> {
                json.writeName(Objects.toString(name));
                writeValue(json, inner);
            });
            json.writeEndObject();
        } else if (value instanceof List<?> list) {
            json.writeStartArray();
            list.forEach(inner -> writeValue(json, inner));
            json.writeEndArray();
        } else if (value instanceof Boolean bool) {
            json.writeBoolean(bool);
        } else if (value instanceof Number number) {
            json.writeNumber(new BigDecimal(number.toString()));
        } else {
            json.writeString(Objects.toString(value));
        }
    }
}
