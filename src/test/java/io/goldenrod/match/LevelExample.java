package io.goldenrod.match;

import io.goldenrod.identity.RawRecord;
import io.goldenrod.identity.RawRecord.RawIdentifier;
import io.goldenrod.identity.SourceRecord;
import io.goldenrod.normalize.NormalizedRecord;
import io.goldenrod.normalize.RecordLimits;
import io.goldenrod.normalize.RecordNormalizer;
import io.goldenrod.policy.Contested;
import io.goldenrod.policy.IdentifierType;
import io.goldenrod.policy.Linking;
import io.goldenrod.policy.Policy;
import io.goldenrod.policy.Window;
import io.goldenrod.testkit.Policies;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Two records and the level that they reach, from {@code match/levels.txt}. */
record LevelExample(int line, String kind, List<String> fields, String level, String left, String right) {

    /** What a field is called that a record does not have, or that cannot be compared. */
    static final String MISSING = "missing";

    private static final Map<String, String> IDENTIFIER_TYPES =
            Map.of("email", "email", "phone", "phone", "passport", "exact");

    private static final Instant ARRIVAL = Instant.parse("2026-05-02T10:00:00Z");
    private static final RecordNormalizer NORMALIZER =
            new RecordNormalizer(policy(), new RecordLimits(100, 100, 1 << 20, 10_000, 8, 10));

    private static Policy policy() {
        Map<String, IdentifierType> types = new LinkedHashMap<>();
        IDENTIFIER_TYPES.forEach((name, normalizer) -> types.put(
                name,
                new IdentifierType(
                        name,
                        normalizer,
                        Map.of(),
                        0,
                        Linking.NONE,
                        0,
                        Window.EVER,
                        0,
                        Contested.APART,
                        0,
                        Set.of(),
                        List.of())));
        Policy sample = Policies.empty().build();
        return new Policy(
                sample.name(),
                types,
                List.of(),
                sample.survivorship(),
                Map.of(),
                sample.defaultSource(),
                sample.maxComponentLinks(),
                null,
                sample.hash());
    }

    static List<LevelExample> all() {
        List<LevelExample> examples = new ArrayList<>();
        List<String> heading = List.of();
        int number = 0;
        for (String line : text().split("\n")) {
            number++;
            int arrow = line.indexOf(" => ");
            if (line.startsWith("[")) {
                heading = List.of(line.substring(1, line.length() - 1).split(" "));
            } else if (arrow > 0 && !line.startsWith("#")) {
                String[] records = line.substring(arrow + 4).split(" \\| ");
                examples.add(new LevelExample(
                        number,
                        heading.get(0),
                        heading.subList(1, heading.size()),
                        line.substring(0, arrow),
                        records[0],
                        records[1]));
            }
        }
        return examples;
    }

    private static String text() {
        try (InputStream in = LevelExample.class.getResourceAsStream("/match/levels.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @SuppressWarnings("unchecked")
    Comparison<Object> comparison() {
        return (Comparison<Object>) Comparisons.of(kind, fields);
    }

    /** {@code givenName=Ada; address.city=London}; what is given twice becomes a list. */
    static SourceRecord record(String written) {
        List<RawIdentifier> identifiers = new ArrayList<>();
        Map<String, Object> attributes = new LinkedHashMap<>();
        Arrays.stream(written.split("; "))
                .filter(each -> each.indexOf('=') > 0)
                .map(each -> each.split("=", 2))
                .forEach(field -> {
                    int dot = field[0].indexOf('.');
                    if (IDENTIFIER_TYPES.containsKey(field[0])) {
                        identifiers.add(new RawIdentifier(field[0], field[1]));
                    } else if (dot < 0) {
                        attributes.merge(field[0], field[1], (one, other) -> List.of(one, other));
                    } else {
                        part(attributes, field[0].substring(0, dot)).put(field[0].substring(dot + 1), field[1]);
                    }
                });
        return record(identifiers, attributes);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> part(Map<String, Object> attributes, String name) {
        return (Map<String, Object>) attributes.compute(
                name, (same, value) -> value instanceof Map<?, ?> ? value : new LinkedHashMap<String, Object>());
    }

    static SourceRecord record(List<RawIdentifier> identifiers, Map<String, Object> attributes) {
        var raw = new RawRecord("crm", "1", null, identifiers, attributes, Map.of());
        return NORMALIZER.normalize(raw, ARRIVAL) instanceof NormalizedRecord.Accepted accepted
                ? accepted.record()
                : null;
    }

    @Override
    public String toString() {
        return "levels.txt:" + line + " " + kind + " " + level;
    }
}
