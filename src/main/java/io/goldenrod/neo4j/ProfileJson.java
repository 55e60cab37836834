package io.goldenrod.neo4j;

import io.goldenrod.golden.Candidate;
import io.goldenrod.golden.GoldenProfile;
import io.goldenrod.golden.GoldenProfile.Consent;
import io.goldenrod.golden.Observation;
import io.goldenrod.identity.AttributeValue;
import io.goldenrod.identity.RecordKey;
import io.goldenrod.policy.Policy;
import io.goldenrod.policy.Survivorship.Rule;
import java.io.StringWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A golden profile, and a record's attributes, as the JSON text in which the graph keeps them.
 *
 * <p>Each value of a profile stands with the observation by which it survives; the first, last and most trusted ones,
 * which merging needs, are added only where they are others.
 */
final class ProfileJson {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ProfileJson() {}

    static String write(GoldenProfile profile, Policy policy) {
        StringWriter text = new StringWriter(512);
        try (JsonGenerator out = JSON.createGenerator(text)) {
            out.writeStartObject();
            out.writeName("attributes").writeStartObject();
            profile.attributes().forEach((name, candidates) -> {
                Rule rule = policy.survivorship().rulesFor(name).get(0);
                out.writeName(name).writeStartArray();
                candidates.forEach(candidate -> write(out, candidate, rule));
                out.writeEndArray();
            });
            out.writeEndObject();
            out.writeName("rules").writeStartObject();
            profile.attributes()
                    .keySet()
                    .forEach(name -> out.writeName(name)
                            .writeString(camelCase(
                                    policy.survivorship().rulesFor(name).get(0))));
            out.writeEndObject();
            out.writeName("consent").writeStartObject();
            profile.consent().forEach((purpose, consent) -> {
                out.writeName(purpose).writeStartObject();
                out.writeName("given").writeBoolean(consent.given());
                write(out, consent.by());
                out.writeEndObject();
            });
            out.writeEndObject();
            if (!profile.pins().isEmpty()) {
                PinJson.write(out.writeName("pins"), profile.pins(), true);
            }
            out.writeEndObject();
        }
        return text.toString();
    }

    private static void write(JsonGenerator out, Candidate candidate, Rule rule) {
        Observation shown = GoldenProfile.provenance(candidate, rule);
        out.writeStartObject();
        out.writeName("value").writePOJO(shown.value());
        out.writeName("comparable").writeString(candidate.comparable());
        out.writeName("count").writeNumber(candidate.count());
        write(out, shown);
        writeOther(out, "first", candidate.first(), shown);
        writeOther(out, "last", candidate.last(), shown);
        writeOther(out, "trusted", candidate.trusted(), shown);
        out.writeEndObject();
    }

    private static void writeOther(JsonGenerator out, String name, Observation observation, Observation shown) {
        if (!observation.equals(shown)) {
            out.writeName(name).writeStartObject();
            out.writeName("value").writePOJO(observation.value());
            write(out, observation);
            out.writeEndObject();
        }
    }

    private static void write(JsonGenerator out, Observation observation) {
        out.writeName("source").writeString(observation.record().source());
        out.writeName("recordId").writeString(observation.record().recordId());
        out.writeName("observedAt").writeString(observation.at().toString());
        out.writeName("trustRank").writeNumber(observation.trustRank());
    }

    static GoldenProfile read(String text) {
        if (text == null) {
            return GoldenProfile.EMPTY;
        }
        JsonNode root = JSON.readTree(text);
        SortedMap<String, List<Candidate>> attributes = new TreeMap<>();
        for (Map.Entry<String, JsonNode> attribute : root.path("attributes").properties()) {
            List<Candidate> candidates = new ArrayList<>();
            attribute.getValue().forEach(node -> candidates.add(candidate(node)));
            attributes.put(attribute.getKey(), List.copyOf(candidates));
        }
        SortedMap<String, Consent> consent = new TreeMap<>();
        for (Map.Entry<String, JsonNode> purpose : root.path("consent").properties()) {
            boolean given = purpose.getValue().path("given").booleanValue();
            consent.put(purpose.getKey(), new Consent(given, observation(purpose.getValue())));
        }
        return new GoldenProfile(attributes, consent, PinJson.read(root.path("pins")));
    }

    private static Candidate candidate(JsonNode node) {
        Observation shown = observation(node);
        return new Candidate(
                node.path("comparable").stringValue(),
                node.path("count").longValue(),
                node.has("first") ? observation(node.path("first")) : shown,
                node.has("last") ? observation(node.path("last")) : shown,
                node.has("trusted") ? observation(node.path("trusted")) : shown);
    }

    private static Observation observation(JsonNode node) {
        return new Observation(
                new RecordKey(
                        node.path("source").stringValue(), node.path("recordId").stringValue()),
                Instant.parse(node.path("observedAt").stringValue()),
                node.path("trustRank").intValue(),
                JSON.treeToValue(node.path(node.has("given") ? "given" : "value"), Object.class));
    }

    static String writeAttributes(SortedMap<String, AttributeValue> attributes) {
        StringWriter text = new StringWriter(256);
        try (JsonGenerator out = JSON.createGenerator(text)) {
            out.writeStartObject();
            attributes.forEach((name, value) -> {
                out.writeName(name).writeStartObject();
                out.writeName("value").writePOJO(value.value());
                out.writeName("comparable").writeString(value.comparable());
                out.writeEndObject();
            });
            out.writeEndObject();
        }
        return text.toString();
    }

    static SortedMap<String, AttributeValue> readAttributes(String text) {
        SortedMap<String, AttributeValue> attributes = new TreeMap<>();
        if (text != null) {
            for (Map.Entry<String, JsonNode> attribute : JSON.readTree(text).properties()) {
                attributes.put(
                        attribute.getKey(),
                        new AttributeValue(
                                JSON.treeToValue(attribute.getValue().path("value"), Object.class),
                                attribute.getValue().path("comparable").stringValue()));
            }
        }
        return attributes;
    }

    static String writeConsent(SortedMap<String, Boolean> consent) {
        return JSON.writeValueAsString(consent);
    }

    static SortedMap<String, Boolean> readConsent(String text) {
        SortedMap<String, Boolean> consent = new TreeMap<>();
        if (text != null) {
            JSON.readTree(text)
                    .properties()
                    .forEach(purpose ->
                            consent.put(purpose.getKey(), purpose.getValue().booleanValue()));
        }
        return consent;
    }

    /** {@code mostRecent}, as a policy writes it. */
    private static String camelCase(Rule rule) {
        String[] words = rule.name().toLowerCase(Locale.ROOT).split("_");
        StringBuilder name = new StringBuilder(words[0]);
        for (int i = 1; i < words.length; i++) {
            name.append(Character.toUpperCase(words[i].charAt(0))).append(words[i], 1, words[i].length());
        }
        return name.toString();
    }
}
