package io.goldenrod.match;

import io.goldenrod.identity.AttributeValue;
import io.goldenrod.identity.Identifier;
import io.goldenrod.identity.SourceRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The values that a record has for a field: an attribute, a part of one ({@code address.postcode}), or an identifier
 * type. Where both an attribute and an identifier type have the name, the attribute counts.
 */
final class FieldValues {

    static final int VALUES_MAX = 8;

    /** Of one value so many characters are looked at. */
    static final int LENGTH_MAX = 512;

    /** Where an attribute keeps what else it has of the same kind. */
    private static final Map<String, String> OTHERS =
            Map.of("address", "otherAddresses", "organization", "otherOrganizations", "fullName", "otherNames");

    private FieldValues() {}

    /** The values as text, at most {@value #VALUES_MAX}, each cut to a length that can be compared. */
    static List<String> texts(SourceRecord record, List<String> fields) {
        List<String> texts = new ArrayList<>(2);
        for (String field : fields) {
            int dot = field.indexOf('.');
            if (dot > 0) {
                String part = field.substring(dot + 1);
                for (Object each : objects(record, field.substring(0, dot))) {
                    add(texts, each instanceof Map<?, ?> map ? map.get(part) : null);
                }
                continue;
            }
            AttributeValue attribute = record.attributes().get(field);
            if (attribute != null && !(attribute.value() instanceof List<?>)) {
                add(texts, attribute.comparable());
            } else if (attribute == null) {
                identifiers(record, field, texts);
            }
            for (Object each : objects(record, field)) {
                if (attribute == null || each != attribute.value()) {
                    add(texts, each);
                }
            }
        }
        return texts;
    }

    /** The values as they were given: of the attribute, and of the one that keeps the others of its kind. */
    static List<Object> objects(SourceRecord record, String attribute) {
        List<Object> objects = new ArrayList<>(2);
        addAll(objects, record.attributes().get(attribute));
        String others = OTHERS.get(attribute);
        if (others != null) {
            addAll(objects, record.attributes().get(others));
        }
        return objects;
    }

    private static void addAll(List<Object> objects, AttributeValue attribute) {
        if (attribute == null) {
            return;
        }
        if (!(attribute.value() instanceof List<?> list)) {
            objects.add(attribute.value());
            return;
        }
        for (Object each : list) {
            if (each != null && objects.size() < VALUES_MAX) {
                objects.add(each);
            }
        }
    }

    private static void identifiers(SourceRecord record, String type, List<String> texts) {
        for (Identifier identifier : record.identifiers()) {
            if (identifier.type().equals(type) && !record.denied().contains(identifier)) {
                add(texts, identifier.value());
            }
        }
    }

    private static void add(List<String> texts, Object value) {
        boolean single = value instanceof String || value instanceof Number || value instanceof Boolean;
        if (single && texts.size() < VALUES_MAX) {
            texts.add(Word.cut(value.toString(), LENGTH_MAX));
        }
    }
}
