package io.goldenrod.cli;

import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** JSON as the commands print and read it. */
final class Json {

    private static final JsonMapper PLAIN = JsonMapper.builder().build();
    private static final JsonMapper INDENTED =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private Json() {}

    static String pretty(Object value) {
        return INDENTED.writeValueAsString(value);
    }

    /** As it would be read back from JSON. */
    static Map<String, Object> map(Object value) {
        return object(PLAIN.writeValueAsString(value));
    }

    /** @throws tools.jackson.core.JacksonException when it is no JSON object */
    @SuppressWarnings("unchecked")
    static Map<String, Object> object(String text) {
        return PLAIN.readValue(text, Map.class);
    }
}
