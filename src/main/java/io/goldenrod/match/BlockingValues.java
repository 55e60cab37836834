package io.goldenrod.match;

import io.goldenrod.identity.AttributeValue;
import io.goldenrod.identity.Identifier;
import io.goldenrod.identity.SourceRecord;
import io.goldenrod.normalize.Addresses;
import io.goldenrod.normalize.Names;
import io.goldenrod.normalize.PersonName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * One record's values as blocking rules see them: comparable text, without repeats, by field. Names come from their
 * parts or from the full name, whichever the record has. Not thread-safe.
 */
final class BlockingValues {

    /** Of one field; those first in the alphabet are kept, so that the choice depends on the data alone. */
    static final int VALUES_MAX = 16;

    private static final int LENGTH_MAX = 1_024;

    private static final String FULL_NAME = "fullName";
    private static final String GIVEN_NAME = "givenName";
    private static final String MIDDLE_NAME = "middleName";
    private static final String FAMILY_NAME = "familyName";
    private static final String ADDRESS = "address";

    /** Attributes that hold what came beside the first value of another. */
    private static final Map<String, String> OTHERS =
            Map.of(FULL_NAME, "otherNames", "organization", "otherOrganizations", ADDRESS, "otherAddresses");

    private final SourceRecord record;
    private final Map<String, List<String>> known = new HashMap<>();
    private List<PersonName> fullNames;

    BlockingValues(SourceRecord record) {
        this.record = record;
    }

    /** The values of a field: an attribute, a part of one, or else an identifier type; denied identifiers left out. */
    List<String> of(String field) {
        List<String> found = known.get(field);
        if (found == null) {
            found = read(field);
            known.put(field, found);
        }
        return found;
    }

    private List<String> read(String field) {
        List<String> values = new ArrayList<>(2);
        switch (field) {
            case GIVEN_NAME, MIDDLE_NAME, FAMILY_NAME -> nameParts(field, values);
            case FULL_NAME -> fullNames(values);
            default -> {
                int dot = field.indexOf('.');
                if (dot > 0) {
                    parts(field.substring(0, dot), field.substring(dot + 1), values);
                } else {
                    attributeOrIdentifiers(field, values);
                }
            }
        }
        return bounded(values);
    }

    private static List<String> bounded(List<String> values) {
        values.removeIf(String::isEmpty);
        values.replaceAll(value -> value.length() > LENGTH_MAX ? value.substring(0, LENGTH_MAX) : value);
        if (values.size() < 2) {
            return values;
        }
        return new TreeSet<>(values).stream().limit(VALUES_MAX).toList();
    }

    private void nameParts(String field, List<String> values) {
        String own = record.comparable(field);
        if (own != null) {
            values.add(own);
        }
        boolean parted = record.comparable(GIVEN_NAME) != null || record.comparable(FAMILY_NAME) != null;
        List<PersonName> names = fullNames();
        boolean hasMain = record.comparable(FULL_NAME) != null;
        for (int i = hasMain && (own != null || parted && field.equals(MIDDLE_NAME)) ? 1 : 0; i < names.size(); i++) {
            PersonName name = names.get(i);
            values.add(Names.fold(
                    switch (field) {
                        case GIVEN_NAME -> name.given();
                        case MIDDLE_NAME -> name.middle();
                        default -> name.family();
                    }));
        }
    }

    private void fullNames(List<String> values) {
        String own = record.comparable(FULL_NAME);
        if (own == null) {
            StringBuilder joined = new StringBuilder(40);
            for (String part : List.of(GIVEN_NAME, MIDDLE_NAME, FAMILY_NAME)) {
                String text = record.comparable(part);
                if (text != null) {
                    joined.append(joined.length() == 0 ? "" : " ").append(text);
                }
            }
            values.add(joined.toString());
        }
        for (PersonName name : fullNames()) {
            values.add(Names.fold(name.given() + " " + name.middle() + " " + name.family()));
        }
    }

    /** Taken apart, the main one first, then the others. */
    private List<PersonName> fullNames() {
        if (fullNames == null) {
            fullNames = new ArrayList<>(1);
            for (Object each : objects(FULL_NAME)) {
                if (each instanceof String text && fullNames.size() < VALUES_MAX) {
                    fullNames.add(Names.parse(text.length() > LENGTH_MAX ? text.substring(0, LENGTH_MAX) : text));
                }
            }
        }
        return fullNames;
    }

    /** The values of an attribute and of the one that holds its further values, as they are shown. */
    private List<Object> objects(String attribute) {
        List<Object> objects = new ArrayList<>(1);
        addAll(record.attributes().get(attribute), objects);
        String others = OTHERS.get(attribute);
        if (others != null) {
            addAll(record.attributes().get(others), objects);
        }
        return objects;
    }

    private static void addAll(AttributeValue attribute, List<Object> objects) {
        if (attribute != null && attribute.value() instanceof List<?> list) {
            objects.addAll(list);
        } else if (attribute != null) {
            objects.add(attribute.value());
        }
    }

    private void attributeOrIdentifiers(String field, List<String> values) {
        AttributeValue attribute = record.attributes().get(field);
        boolean single = attribute != null && !(attribute.value() instanceof List<?>);
        if (single) {
            values.add(attribute.comparable());
        }
        List<Object> objects = objects(field);
        for (Object each : single ? objects.subList(1, objects.size()) : objects) {
            values.add(field.equals(ADDRESS) ? lineOf(each) : textOf(each));
        }
        if (attribute == null) {
            for (Identifier identifier : record.identifiers()) {
                if (identifier.type().equals(field) && !record.denied().contains(identifier)) {
                    values.add(identifier.value());
                }
            }
        }
    }

    private static String textOf(Object value) {
        return value instanceof String || value instanceof Number || value instanceof Boolean
                ? Names.fold(value.toString())
                : "";
    }

    /** An address in one line, as {@link Addresses#tokens}. */
    private static String lineOf(Object address) {
        if (address instanceof String text) {
            return Addresses.tokens(text);
        }
        StringBuilder line = new StringBuilder(80);
        if (address instanceof Map<?, ?> map) {
            for (String part : List.of("line1", "line2", "city", "region", "postcode", "country")) {
                line.append(map.get(part) == null ? "" : map.get(part) + " ");
            }
        }
        return Addresses.tokens(line.toString());
    }

    private void parts(String attribute, String part, List<String> values) {
        for (Object each : objects(attribute)) {
            if (attribute.equals(ADDRESS)) {
                values.add(addressPart(each, part));
            } else if (each instanceof Map<?, ?> map) {
                values.add(textOf(map.get(part)));
            }
        }
    }

    private static String addressPart(Object address, String part) {
        Map<?, ?> map = address instanceof Map<?, ?> object ? object : line(address);
        switch (part) {
            case "houseNumber":
                return houseNumber(textOf(map.get("line1")));
            case "postcode":
                String postcode = textOf(map.get(part)).replace(" ", "");
                boolean zipPlusFour = postcode.length() == 9 && "US".equals(map.get("country"));
                return zipPlusFour ? postcode.substring(0, 5) : postcode;
            case "line1", "line2":
                return map.get(part) instanceof String text ? Addresses.tokens(text) : "";
            default:
                return textOf(map.get(part));
        }
    }

    private static Map<String, Object> line(Object address) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("line1", address);
        return map;
    }

    /** The first word that starts with a digit: {@code 12a}. */
    private static String houseNumber(String line) {
        for (String word : line.split(" ")) {
            if (!word.isEmpty() && Character.isDigit(word.charAt(0))) {
                return word;
            }
        }
        return "";
    }
}
