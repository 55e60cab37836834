package io.goldenrod.ingest.file;

import io.goldenrod.identity.RawRecord;
import io.goldenrod.identity.RawRecord.RawIdentifier;
import io.goldenrod.ingest.ParsedRecord;
import io.goldenrod.ingest.file.SenzingNames.Name;
import io.goldenrod.normalize.FieldProblem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A record of Senzing's Generic Entity Specification as one of ours. Numbers such as a passport's become identifiers of
 * the type of that name ({@code passport, drivers_license, tax_id, lei, …}) if the policy has one; otherwise of
 * {@code account_id}, with kind and country before the number so that equal numbers of different kinds stay apart. Of
 * several names or addresses the first, or the primary one, becomes the record's and the rest {@code otherNames,
 * otherAddresses}. What is not known is kept as an attribute.
 */
final class SenzingRecord {

    /** One feature: its attributes, the usage among them as {@code USAGE}. */
    private record Group(String feature, Map<String, String> values) {
        String get(String attribute) {
            return values.get(attribute);
        }

        boolean isPrimary() {
            return "PRIMARY".equalsIgnoreCase(get("USAGE")) || "PRIMARY".equalsIgnoreCase(get("NAME_TYPE"));
        }
    }

    private final Set<String> identifierTypes;
    private final List<FieldProblem> problems = new ArrayList<>();
    private final List<Group> groups = new ArrayList<>();
    private final List<RawIdentifier> identifiers = new ArrayList<>();
    private final Map<String, Object> attributes = new LinkedHashMap<>();

    SenzingRecord(Set<String> identifierTypes) {
        this.identifierTypes = identifierTypes;
    }

    ParsedRecord read(Map<String, Object> fields, String defaultSource) {
        var rest = new LinkedHashMap<>(fields);
        String source = scalar("DATA_SOURCE", rest.remove("DATA_SOURCE"));
        String recordId = scalar("RECORD_ID", rest.remove("RECORD_ID"));
        Object features = rest.remove("FEATURES");
        if (features instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                if (list.get(i) instanceof Map<?, ?> feature) {
                    group("FEATURES[" + i + "].", feature);
                } else {
                    problem("FEATURES[" + i + "]", "a feature is an object");
                }
            }
        } else if (features != null) {
            problem("FEATURES", "FEATURES is an array of objects");
        }
        group("", rest);
        if (!problems.isEmpty()) {
            return new ParsedRecord.Refused(problems.subList(0, Math.min(problems.size(), 20)));
        }
        names();
        addresses();
        groups.forEach(this::identifier);
        return new ParsedRecord.Read(new RawRecord(
                source == null ? defaultSource : source, recordId, null, identifiers, attributes, Map.of()));
    }

    /** Sorts the fields of one object into features by their usage; what is no feature becomes an attribute. */
    private void group(String path, Map<?, ?> fields) {
        var byUsage = new LinkedHashMap<String, Group>();
        fields.forEach((key, value) -> {
            Name name = SenzingNames.parse(key.toString());
            if (name == null) {
                free(key.toString(), value);
                return;
            }
            String text = scalar(path + key, value);
            if (text != null && !text.isBlank()) {
                byUsage.computeIfAbsent(
                                name.feature() + " " + name.usage(),
                                feature ->
                                        new Group(name.feature(), new LinkedHashMap<>(Map.of("USAGE", name.usage()))))
                        .values()
                        .put(name.attribute(), text);
            }
        });
        groups.addAll(byUsage.values());
    }

    private void free(String key, Object value) {
        if (!(value instanceof String text && text.isBlank())) {
            attributes.putIfAbsent(camelCase(key), value);
        }
    }

    private static String camelCase(String name) {
        String joined = Stream.of(name.toLowerCase(Locale.ROOT).split("_+"))
                .filter(part -> !part.isEmpty())
                .map(part -> Character.toUpperCase(part.charAt(0)) + part.substring(1))
                .collect(Collectors.joining());
        return joined.isEmpty() ? name : Character.toLowerCase(joined.charAt(0)) + joined.substring(1);
    }

    private String scalar(String path, Object value) {
        if (value == null || value instanceof String || value instanceof Number || value instanceof Boolean) {
            return value == null ? null : value.toString();
        }
        problem(path, "a string or a number is expected");
        return null;
    }

    private void names() {
        boolean person = false;
        var otherNames = new LinkedHashSet<String>();
        var otherOrganizations = new LinkedHashSet<String>();
        for (Group name : primaryFirst("NAME")) {
            String organization = name.get("NAME_ORG");
            if (organization != null && attributes.putIfAbsent("organization", organization) != null) {
                otherOrganizations.add(organization);
            }
            if (name.values().keySet().stream().noneMatch(PERSON_NAME::containsKey)) {
                continue;
            }
            if (person) {
                otherNames.add(fullName(name));
            } else {
                PERSON_NAME.forEach((from, to) -> put(attributes, to, name.get(from)));
                person = true;
            }
        }
        putList("otherNames", otherNames);
        putList("otherOrganizations", otherOrganizations);
    }

    private static final Map<String, String> PERSON_NAME = Map.of(
            "NAME_FULL", "fullName",
            "NAME_FIRST", "givenName",
            "NAME_MIDDLE", "middleName",
            "NAME_LAST", "familyName",
            "NAME_PREFIX", "namePrefix",
            "NAME_SUFFIX", "nameSuffix");

    private static String fullName(Group name) {
        return name.get("NAME_FULL") != null
                ? name.get("NAME_FULL")
                : Stream.of("NAME_FIRST", "NAME_MIDDLE", "NAME_LAST", "NAME_SUFFIX")
                        .map(name::get)
                        .filter(part -> part != null)
                        .collect(Collectors.joining(" "));
    }

    private void addresses() {
        var others = new LinkedHashSet<Map<String, Object>>();
        for (Group group : primaryFirst("ADDR")) {
            var address = new LinkedHashMap<String, Object>();
            String full = group.get("ADDR_FULL");
            put(address, "line1", full == null ? group.get("ADDR_LINE1") : full);
            put(
                    address,
                    "line2",
                    Stream.of("ADDR_LINE2", "ADDR_LINE3", "ADDR_LINE4", "ADDR_LINE5", "ADDR_LINE6")
                            .map(group::get)
                            .filter(line -> line != null)
                            .reduce((left, right) -> left + ", " + right)
                            .orElse(null));
            put(address, "city", group.get("ADDR_CITY"));
            put(address, "region", group.get("ADDR_STATE"));
            put(address, "postcode", group.get("ADDR_POSTAL_CODE"));
            put(address, "country", group.get("ADDR_COUNTRY"));
            if (!address.isEmpty() && attributes.putIfAbsent("address", address) != null) {
                others.add(address);
            }
        }
        putList("otherAddresses", others);
    }

    private List<Group> primaryFirst(String feature) {
        return groups.stream()
                .filter(group -> group.feature().equals(feature))
                .sorted((left, right) -> Boolean.compare(right.isPrimary(), left.isPrimary()))
                .toList();
    }

    private void identifier(Group group) {
        String feature = group.feature();
        switch (feature) {
            case "PHONE" -> add("phone", group.get("PHONE_NUMBER"));
            case "EMAIL" -> add("email", group.get("EMAIL_ADDRESS"));
            case "ACCOUNT" -> add("account_id", joined(group.get("ACCOUNT_DOMAIN"), group.get("ACCOUNT_NUMBER")));
            case "WEBSITE" -> put(attributes, "website", group.get("WEBSITE_ADDRESS"));
            case "DATE_OF_BIRTH" -> put(attributes, "birthDate", group.get("DATE_OF_BIRTH"));
            case "GENDER" -> put(attributes, "gender", group.get("GENDER"));
            default -> {
                if (SenzingNames.NUMBERS.containsKey(feature)) {
                    number(group, group.get(SenzingNames.NUMBERS.get(feature)));
                } else if (SenzingNames.NETWORKS.contains(feature)) {
                    String account = group.get(feature);
                    boolean address = account != null && account.indexOf('/') >= 0;
                    add("social", address ? account : joined(feature.toLowerCase(Locale.ROOT), account));
                }
            }
        }
    }

    private void number(Group group, String number) {
        if (number == null) {
            put(attributes, "ssnLast4", group.get("SSN_LAST4"));
            return;
        }
        String feature = group.feature();
        String type = feature.toLowerCase(Locale.ROOT);
        String digits = number.replaceAll("[\\s./-]", "");
        if (feature.equals("SSN") && !identifierTypes.contains("ssn") || feature.equals("NATIONAL_ID")) {
            // Without its country: the same number is often sent with and without one.
            add("national_id", number);
        } else if (identifierTypes.contains(type)) {
            add(type, digits);
        } else {
            String country = group.get(feature + "_COUNTRY");
            String place = country == null ? group.get(feature + "_STATE") : SenzingNames.country(country);
            String kind = joined(feature, group.get(feature + "_TYPE"));
            add("account_id", joined(kind == null ? feature : kind, joined(place, digits)));
        }
    }

    private static String joined(String qualifier, String value) {
        return value == null || qualifier == null || qualifier.isEmpty() ? value : qualifier + ":" + value;
    }

    private void add(String type, String value) {
        var identifier = new RawIdentifier(type, value);
        if (value != null && !identifiers.contains(identifier)) {
            identifiers.add(identifier);
        }
    }

    private static void put(Map<String, Object> target, String name, String value) {
        if (value != null) {
            target.putIfAbsent(name, value);
        }
    }

    private void putList(String name, Set<?> values) {
        if (!values.isEmpty()) {
            attributes.put(name, List.copyOf(values));
        }
    }

    private void problem(String field, String message) {
        problems.add(new FieldProblem(field, "invalid_type", message));
    }
}
