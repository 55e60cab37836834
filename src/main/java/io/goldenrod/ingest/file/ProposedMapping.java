package io.goldenrod.ingest.file;

import io.goldenrod.ingest.file.FieldMapping.Cell;
import io.goldenrod.ingest.file.FieldMapping.IdentifierCell;
import io.goldenrod.normalize.IdentifierOutcome;
import io.goldenrod.normalize.RecordNormalizer;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the columns of a file most likely mean: by their names in the writings that are common, else by their values. A
 * proposal for people to look over, never taken unseen.
 *
 * <p>A column's meaning is a text: {@code ignore}, {@code source}, {@code recordId}, {@code observedAt},
 * {@code identifier:TYPE}, {@code attribute:NAME} or {@code consent:PURPOSE}.
 */
public final class ProposedMapping {

    /** A column that is not read. */
    public static final String IGNORE = "ignore";

    public static final String SOURCE = "source";
    public static final String RECORD_ID = "recordId";
    public static final String OBSERVED_AT = "observedAt";
    public static final String IDENTIFIER = "identifier:";
    public static final String ATTRIBUTE = "attribute:";
    public static final String CONSENT = "consent:";

    /** So many of the values must be of a type for the column to be taken for it. */
    private static final double AGREEING_MIN = 0.8;

    /** Types whose values are told from others by how they are written. */
    private static final List<String> TELLING = List.of("email", "phone", "ip");

    private static final int DIGITS_OF_PHONE_MIN = 7;
    private static final Map<String, String> NAMES = new HashMap<>();

    static {
        names(SOURCE, "source", "system", "sourcesystem", "datasource");
        names(RECORD_ID, "recordid", "id", "rowid", "key", "recordkey");
        names(OBSERVED_AT, "observedat", "updatedat", "lastupdated", "modifiedat", "timestamp", "createdat");
        names(IDENTIFIER + "email", "email", "emailaddress", "mail", "emails", "primaryemail");
        names(
                IDENTIFIER + "phone",
                "phone",
                "phonenumber",
                "mobile",
                "mobilephone",
                "mobilenumber",
                "telephone",
                "tel",
                "cell",
                "cellphone",
                "homephone",
                "workphone");
        names(ATTRIBUTE + "fullName", "fullname", "name", "customername", "displayname", "contactname");
        names(ATTRIBUTE + "givenName", "givenname", "firstname", "forename", "first", "fname");
        names(ATTRIBUTE + "middleName", "middlename", "middle", "middleinitial");
        names(ATTRIBUTE + "familyName", "familyname", "lastname", "surname", "last", "lname");
        names(ATTRIBUTE + "birthDate", "birthdate", "dateofbirth", "dob", "birthday", "born");
        names(ATTRIBUTE + "gender", "gender", "sex");
        names(ATTRIBUTE + "organization", "organization", "organisation", "company", "companyname", "employer");
        names(ATTRIBUTE + "address.line1", "address", "addressline1", "address1", "street", "streetaddress", "line1");
        names(ATTRIBUTE + "address.line2", "addressline2", "address2", "line2");
        names(ATTRIBUTE + "address.city", "addresscity", "city", "town", "suburb", "locality");
        names(ATTRIBUTE + "address.region", "addressregion", "region", "state", "county", "province");
        names(ATTRIBUTE + "address.postcode", "addresspostcode", "postcode", "postalcode", "zip", "zipcode");
        names(ATTRIBUTE + "address.country", "addresscountry", "country", "countrycode");
    }

    private ProposedMapping() {}

    private static void names(String meaning, String... names) {
        for (String name : names) {
            NAMES.put(name, meaning);
        }
    }

    /** Attributes that the engine understands, by name. */
    public static Set<String> attributes() {
        return new TreeSet<>(OwnNames.MEANT);
    }

    /**
     * A meaning for each column, in the order of the columns.
     *
     * @param values some of each column, empty ones left out, in the order of the columns
     */
    public static Map<String, String> of(
            List<String> columns, List<List<String>> values, Set<String> identifierTypes, RecordNormalizer normalizer) {
        Map<String, String> proposed = new LinkedHashMap<>();
        Set<String> taken = new HashSet<>();
        for (int i = 0; i < columns.size(); i++) {
            String column = columns.get(i);
            String meaning = byName(column, values.get(i), identifierTypes);
            if (meaning == null) {
                meaning = byValues(values.get(i), identifierTypes, normalizer);
            }
            boolean mayRepeat = meaning != null && meaning.startsWith(IDENTIFIER);
            if (meaning == null || !mayRepeat && !taken.add(meaning)) {
                meaning = column.isBlank() || values.get(i).isEmpty() ? IGNORE : ATTRIBUTE + plain(column);
            }
            proposed.put(column, meaning);
        }
        return proposed;
    }

    private static String byName(String column, List<String> values, Set<String> types) {
        for (String type : types) {
            if (bare(type).equals(bare(column))) {
                return IDENTIFIER + type;
            }
        }
        if (column.toLowerCase(Locale.ROOT).startsWith("consent.")) {
            return CONSENT + column.substring("consent.".length());
        }
        String meaning = NAMES.get(bare(column));
        if (meaning == null
                || meaning.startsWith(IDENTIFIER) && !types.contains(meaning.substring(IDENTIFIER.length()))) {
            return null;
        }
        return meaning.equals(OBSERVED_AT) && values.stream().anyMatch(value -> !isTime(value)) ? null : meaning;
    }

    private static String byValues(List<String> values, Set<String> types, RecordNormalizer normalizer) {
        if (values.isEmpty()) {
            return null;
        }
        for (String type : TELLING) {
            if (types.contains(type)) {
                long agreeing = values.stream()
                        .filter(value -> !type.equals("phone") || isLikePhone(value))
                        .filter(value ->
                                normalizer.identifier(type, value, null) instanceof IdentifierOutcome.Normalized)
                        .count();
                if (agreeing >= AGREEING_MIN * values.size()) {
                    return IDENTIFIER + type;
                }
            }
        }
        return null;
    }

    /** Numbers of other kinds can be read as phones: only those count that are written as phones are. */
    private static boolean isLikePhone(String value) {
        return value.chars().filter(Character::isDigit).count() >= DIGITS_OF_PHONE_MIN
                && value.matches("\\s*(\\+|00|0|\\().*");
    }

    private static boolean isTime(String value) {
        String text = value.strip();
        try {
            if (text.length() == 10) {
                DateTimeFormatter.ISO_LOCAL_DATE.parse(text);
            } else {
                DateTimeFormatter.ISO_DATE_TIME.parse(text.replaceFirst(" ", "T"));
            }
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private static String bare(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    /** A name for an attribute: without dots, which would make an object of it. */
    public static String plain(String column) {
        return column.strip().replace('.', '_');
    }

    /**
     * The mapping that columns with these meanings make.
     *
     * @param dates how birth dates are written; null for what is understood without
     * @throws InvalidInput when two columns are to be one field, or no column says anything
     */
    public static FieldMapping mapping(Map<String, String> meanings, DateTimeFormatter dates) {
        Map<String, Cell> single = new LinkedHashMap<>();
        List<IdentifierCell> identifiers = new ArrayList<>();
        Map<String, Cell> attributes = new LinkedHashMap<>();
        Map<String, Cell> consent = new LinkedHashMap<>();
        Set<String> twice = new TreeSet<>();
        meanings.forEach((column, meaning) -> {
            Cell cell = cell(column, meaning.equals(ATTRIBUTE + "birthDate") ? dates : null);
            if (meaning.startsWith(IDENTIFIER)) {
                identifiers.add(new IdentifierCell(meaning.substring(IDENTIFIER.length()), cell, null));
            } else if (!meaning.equals(IGNORE)) {
                String name = meaning.substring(meaning.indexOf(':') + 1);
                Map<String, Cell> fields =
                        meaning.startsWith(ATTRIBUTE) ? attributes : meaning.startsWith(CONSENT) ? consent : single;
                if (fields.putIfAbsent(name, cell) != null) {
                    twice.add(name);
                }
            }
        });
        List<String> problems = new ArrayList<>();
        twice.forEach(name -> problems.add("two columns are to be " + name + "; choose one"));
        attributes.keySet().stream()
                .filter(name -> attributes.keySet().stream().anyMatch(other -> other.startsWith(name + ".")))
                .forEach(name -> problems.add(name + " is a value and an object at once; choose another meaning"));
        if (identifiers.isEmpty() && attributes.isEmpty()) {
            problems.add("no column is an identifier or an attribute; choose one");
        }
        if (!problems.isEmpty()) {
            throw new InvalidInput("mapping", problems);
        }
        return new FieldMapping(
                single.get(SOURCE),
                single.get(RECORD_ID),
                single.get(OBSERVED_AT),
                identifiers,
                attributes,
                consent,
                Set.of());
    }

    /** A mapping that reads every column as it stands, the first as the attribute {@code c0}, and so on. */
    public static FieldMapping verbatim(List<String> columns) {
        Map<String, Cell> attributes = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            if (!columns.get(i).isEmpty()) {
                attributes.put("c" + i, cell(columns.get(i), null));
            }
        }
        return new FieldMapping(null, null, null, List.of(), attributes, Map.of(), Set.of());
    }

    private static Cell cell(String column, DateTimeFormatter format) {
        return new Cell(List.of(column), null, " ", format, ZoneOffset.UTC, "");
    }
}
