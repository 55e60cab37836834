package io.goldenrod.neo4j;

import io.goldenrod.golden.Pin;
import io.goldenrod.identity.RecordKey;
import java.io.StringWriter;
import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Pins by attribute, as the JSON text in which the graph keeps them: with their records in a profile, without in the
 * records themselves.
 */
final class PinJson {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private PinJson() {}

    /** The property of a record; null when there are none. */
    static String write(SortedMap<String, Pin> pins) {
        if (pins.isEmpty()) {
            return null;
        }
        StringWriter text = new StringWriter(256);
        try (JsonGenerator out = JSON.createGenerator(text)) {
            write(out, pins, false);
        }
        return text.toString();
    }

    static void write(JsonGenerator out, SortedMap<String, Pin> pins, boolean withRecords) {
        out.writeStartObject();
        pins.forEach((attribute, pin) -> {
            out.writeName(attribute).writeStartObject();
            out.writeName("value").writePOJO(pin.value());
            out.writeName("comparable").writeString(pin.comparable());
            out.writeName("by").writeString(pin.by());
            if (pin.reason() != null) {
                out.writeName("reason").writeString(pin.reason());
            }
            out.writeName("at").writeString(pin.at().toString());
            if (withRecords) {
                out.writeName("source").writeString(pin.record().source());
                out.writeName("recordId").writeString(pin.record().recordId());
            }
            out.writeEndObject();
        });
        out.writeEndObject();
    }

    /** The pins of a record, of its property or null. */
    static SortedMap<String, Pin> read(String text, RecordKey record) {
        return text == null ? new TreeMap<>() : read(JSON.readTree(text), pin -> record);
    }

    /** The pins of a profile. */
    static SortedMap<String, Pin> read(JsonNode pins) {
        return read(
                pins,
                pin -> new RecordKey(
                        pin.path("source").stringValue(), pin.path("recordId").stringValue()));
    }

    private static SortedMap<String, Pin> read(JsonNode pins, Function<JsonNode, RecordKey> record) {
        SortedMap<String, Pin> read = new TreeMap<>();
        for (Map.Entry<String, JsonNode> attribute : pins.properties()) {
            JsonNode pin = attribute.getValue();
            read.put(
                    attribute.getKey(),
                    new Pin(
                            record.apply(pin),
                            JSON.treeToValue(pin.path("value"), Object.class),
                            pin.path("comparable").stringValue(),
                            pin.path("by").stringValue(),
                            pin.has("reason") ? pin.path("reason").stringValue() : null,
                            Instant.parse(pin.path("at").stringValue())));
        }
        return read;
    }
}
