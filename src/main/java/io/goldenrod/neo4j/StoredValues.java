package io.goldenrod.neo4j;

import io.goldenrod.graph.CustomerReads.Consent;
import io.goldenrod.graph.CustomerReads.Profile;
import io.goldenrod.graph.CustomerReads.ProfileValue;
import io.goldenrod.normalize.FieldProblem;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How values are read back that the graph holds in another form: times, and JSON text. */
final class StoredValues {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private StoredValues() {}

    /** The instant of a stored time, or null. */
    static Instant instant(Object time) {
        return time instanceof ZonedDateTime zoned ? zoned.toInstant() : null;
    }

    static Profile profile(String json) {
        if (json == null) {
            return Profile.EMPTY;
        }
        JsonNode root = JSON.readTree(json);
        var attributes = new LinkedHashMap<String, List<ProfileValue>>();
        root.path("attributes").properties().forEach(attribute -> {
            var values = new ArrayList<ProfileValue>();
            attribute.getValue().forEach(value -> values.add(profileValue(value)));
            if (!values.isEmpty()) {
                attributes.put(attribute.getKey(), values);
            }
        });
        var rules = new LinkedHashMap<String, String>();
        root.path("rules").properties().forEach(rule -> rules.put(rule.getKey(), text(rule.getValue())));
        var consent = new LinkedHashMap<String, Consent>();
        root.path("consent").properties().forEach(purpose -> {
            JsonNode said = purpose.getValue();
            consent.put(
                    purpose.getKey(),
                    new Consent(
                            said.path("given").asBoolean(false),
                            text(said.path("source")),
                            text(said.path("recordId")),
                            text(said.path("observedAt"))));
        });
        return new Profile(attributes, rules, consent, PinJson.read(root.path("pins")));
    }

    private static ProfileValue profileValue(JsonNode value) {
        return new ProfileValue(
                JSON.treeToValue(value.path("value"), Object.class),
                text(value.path("comparable")),
                value.path("count").asLong(1),
                text(value.path("source")),
                text(value.path("recordId")),
                text(value.path("observedAt")));
    }

    static List<FieldProblem> problems(String json) {
        return json == null ? List.of() : JSON.readValue(json, new TypeReference<List<FieldProblem>>() {});
    }

    static String json(List<FieldProblem> problems) {
        return JSON.writeValueAsString(problems);
    }

    private static String text(JsonNode node) {
        return node.isString() ? node.stringValue() : null;
    }
}
