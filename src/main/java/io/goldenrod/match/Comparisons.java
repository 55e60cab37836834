package io.goldenrod.match;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The kinds of comparison that models name. Those of people's names read the whole name and take no fields; each other
 * kind reads the fields that it is given, or its own ones where it is given none. Several fields count as one that has
 * several values.
 */
public final class Comparisons {

    public static final int FIELDS_MAX = 8;

    private static final Pattern FIELD = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,127}(\\.[A-Za-z0-9_]{1,64})?");

    /**
     * @param fields those that it reads when none are given; empty when they must be given
     * @param fixed whether it reads these alone
     */
    private record Kind(List<String> fields, boolean fixed, Function<List<String>, Comparison<?>> maker) {}

    private static final List<String> NAME_FIELDS =
            List.of("givenName", "middleName", "familyName", "nameSuffix", "fullName", "otherNames");

    private static final Map<String, Kind> KINDS = kinds(new TreeMap<>());

    private Comparisons() {}

    private static Map<String, Kind> kinds(TreeMap<String, Kind> kinds) {
        kinds.put("givenName", new Kind(NAME_FIELDS, true, fields -> new GivenNameComparison()));
        kinds.put("familyName", new Kind(NAME_FIELDS, true, fields -> new FamilyNameComparison()));
        kinds.put("middleName", new Kind(NAME_FIELDS, true, fields -> new MiddleNameComparison()));
        kinds.put("fullName", new Kind(NAME_FIELDS, true, fields -> new FullNameComparison()));
        kinds.put("nameSuffix", new Kind(NAME_FIELDS, true, fields -> new GenerationComparison()));
        kinds.put("birthDate", new Kind(List.of("birthDate"), false, BirthDateComparison::new));
        kinds.put("gender", new Kind(List.of("gender"), false, fields -> new CategoryComparison("gender", fields)));
        kinds.put("category", new Kind(List.of(), false, fields -> new CategoryComparison("category", fields)));
        kinds.put("address", new Kind(List.of("address"), false, AddressComparison::new));
        kinds.put("houseNumber", new Kind(List.of("address"), false, HouseNumberComparison::new));
        kinds.put("city", new Kind(List.of("address.city"), false, CityComparison::new));
        kinds.put("postcode", new Kind(List.of("address.postcode"), false, PostcodeComparison::new));
        kinds.put("email", new Kind(List.of("email"), false, EmailComparison::new));
        kinds.put("phone", new Kind(List.of("phone"), false, PhoneComparison::new));
        kinds.put("identifier", new Kind(List.of(), false, CodeComparison::new));
        kinds.put("organization", new Kind(List.of("organization"), false, OrganizationComparison::new));
        kinds.put("website", new Kind(List.of("website"), false, WebsiteComparison::new));
        kinds.put("text", new Kind(List.of(), false, TextComparison::new));
        kinds.put("number", new Kind(List.of(), false, NumberComparison::new));
        kinds.put("date", new Kind(List.of(), false, DateComparison::new));
        return kinds;
    }

    /** The names of all kinds, in order. */
    public static List<String> kinds() {
        return List.copyOf(KINDS.keySet());
    }

    /** The fields that a comparison of the kind reads, given these. */
    public static List<String> fields(String kind, List<String> fields) {
        Kind known = KINDS.get(kind);
        return known == null || !fields.isEmpty() ? List.copyOf(fields) : known.fields();
    }

    /** Of a kind that reads its own fields. */
    public static Comparison<?> of(String kind) {
        return of(kind, List.of());
    }

    /**
     * @param fields attributes ({@code birthDate}), parts of them ({@code address.city}) or identifier types; empty for
     *     the kind's own
     * @throws IllegalArgumentException with all {@link #problems}
     */
    public static Comparison<?> of(String kind, List<String> fields) {
        List<String> problems = problems(kind, fields);
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", problems));
        }
        return KINDS.get(kind).maker().apply(fields(kind, fields));
    }

    /** A sentence for each thing that is wrong; empty when a comparison can be made. */
    public static List<String> problems(String kind, List<String> fields) {
        List<String> problems = new ArrayList<>();
        Kind known = KINDS.get(kind);
        if (known == null) {
            problems.add("there is no such kind of comparison; the kinds are " + String.join(", ", KINDS.keySet()));
        } else if (known.fixed() && !fields.isEmpty()) {
            problems.add(kind + " reads " + String.join(", ", known.fields()) + "; name no fields");
        } else if (known.fields().isEmpty() && fields.isEmpty()) {
            problems.add(kind + " needs the fields that it reads");
        }
        if (fields.size() > FIELDS_MAX) {
            problems.add("a comparison reads at most " + FIELDS_MAX + " fields");
        }
        for (int i = 0; i < Math.min(fields.size(), FIELDS_MAX); i++) {
            if (fields.get(i) == null || !FIELD.matcher(fields.get(i)).matches()) {
                problems.add(
                        "field " + (i + 1)
                                + " is not a field: name an attribute, a part of one as in address.city, or an identifier type");
            }
        }
        return problems;
    }
}
