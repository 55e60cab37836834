package io.goldenrod.normalize;

import io.goldenrod.identity.AttributeValue;
import io.goldenrod.policy.DateOrder;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Makes the attributes of records comparable: those with a meaning by their own rules, the others as they are. */
final class AttributeNormalizer {

    private static final Set<String> MALE = Set.of(
            "m",
            "male",
            "man",
            "boy",
            "mann",
            "mannlich",
            "masculin",
            "homme",
            "hombre",
            "masculino",
            "maschio",
            "uomo",
            "mannelijk",
            "1",
            "м",
            "муж",
            "мужской",
            "男",
            "男性",
            "남",
            "남성",
            "남자");
    private static final Set<String> FEMALE = Set.of(
            "f",
            "female",
            "woman",
            "girl",
            "w",
            "frau",
            "weiblich",
            "feminin",
            "femme",
            "mujer",
            "femenino",
            "feminino",
            "femmina",
            "donna",
            "vrouw",
            "vrouwelijk",
            "v",
            "2",
            "ж",
            "жен",
            "женский",
            "女",
            "女性",
            "여",
            "여성",
            "여자");
    private static final Set<String> OTHER = Set.of(
            "x",
            "o",
            "other",
            "non binary",
            "nonbinary",
            "nb",
            "enby",
            "d",
            "divers",
            "diverse",
            "diverso",
            "autre",
            "otro",
            "intersex",
            "third gender",
            "another");
    private static final Set<String> SAYS_NOTHING = Set.of(
            "u",
            "unknown",
            "unk",
            "not known",
            "not specified",
            "unspecified",
            "undisclosed",
            "not applicable",
            "prefer not to say",
            "prefer not to answer",
            "n a",
            "na",
            "none",
            "null",
            "0",
            "9");

    private AttributeNormalizer() {}

    /**
     * @param order of dates in numbers; null when not known
     * @param latest the last day that a birth date can name
     * @return null when the value says nothing: null, blank, an empty list or object
     * @throws RefusedValue when it is not a value of that attribute
     */
    static AttributeValue normalize(String name, Object raw, DateOrder order, LocalDate latest) {
        if (raw == null || raw instanceof String text && text.isBlank()) {
            return null;
        }
        return switch (name) {
            case "fullName" -> named(name(raw), Names::comparableFull);
            case "givenName", "middleName" -> named(name(raw), Names::comparableGiven);
            case "familyName" -> named(name(raw), Names::comparableFamily);
            case "organization" -> named(name(raw), Organizations::comparable);
            case "birthDate" -> birthDate(raw, order, latest);
            case "gender" -> gender(raw);
            case "address" -> address(raw);
            default -> free(raw);
        };
    }

    private static String name(Object raw) {
        if (!(raw instanceof String text)) {
            throw new RefusedValue("invalid_name", "a name is text");
        }
        return CleanText.attribute(text);
    }

    private static AttributeValue named(String name, java.util.function.UnaryOperator<String> comparable) {
        if (!CleanText.hasSubstance(name)) {
            return null;
        }
        String folded = comparable.apply(name);
        if (folded.isEmpty()) {
            throw new RefusedValue("invalid_name", "a name holds letters, and more than a title");
        }
        return new AttributeValue(name, folded);
    }

    private static AttributeValue birthDate(Object raw, DateOrder order, LocalDate latest) {
        if (!(raw instanceof String) && !(raw instanceof Integer) && !(raw instanceof Long)) {
            throw new RefusedValue("invalid_date", "a date is text, written 1990-05-12");
        }
        String text = CleanText.attribute(raw.toString());
        if (!CleanText.hasSubstance(text)) {
            return null;
        }
        String iso = Dates.parse(text, order, latest);
        return new AttributeValue(iso, iso);
    }

    private static AttributeValue gender(Object raw) {
        if (raw instanceof Map<?, ?> || raw instanceof List<?>) {
            throw new RefusedValue("invalid_gender", "a gender is text: female, male, other");
        }
        String text = CleanText.attribute(CanonicalText.plain(raw));
        String folded = Names.fold(text);
        if (folded.isEmpty() || SAYS_NOTHING.contains(folded)) {
            return null;
        }
        if (MALE.contains(folded)) {
            return new AttributeValue("male", "male");
        }
        if (FEMALE.contains(folded)) {
            return new AttributeValue("female", "female");
        }
        return OTHER.contains(folded) ? new AttributeValue("other", "other") : new AttributeValue(text, folded);
    }

    private static AttributeValue address(Object raw) {
        if (raw instanceof String text) {
            String line = CleanText.attribute(text.replace("\r\n", ", ").replace("\n", ", "));
            String tokens = Addresses.tokens(line);
            return tokens.isEmpty() ? null : new AttributeValue(line, tokens);
        }
        if (!(raw instanceof Map<?, ?> map)) {
            throw new RefusedValue(
                    "invalid_address",
                    "an address is text, or an object of line1, line2, city, region, postcode, country");
        }
        Map<String, Object> tidied = Addresses.tidy(map);
        if (tidied.isEmpty()) {
            return null;
        }
        String comparable = Addresses.comparable(tidied);
        return new AttributeValue(
                CanonicalText.tidied(Collections.unmodifiableMap(tidied)),
                comparable.isEmpty() ? CanonicalText.of(tidied) : comparable);
    }

    private static AttributeValue free(Object raw) {
        Object value = CanonicalText.tidied(raw);
        boolean empty = value instanceof String text && text.isEmpty()
                || value instanceof Map<?, ?> map && map.isEmpty()
                || value instanceof List<?> list && list.isEmpty();
        if (empty) {
            return null;
        }
        String comparable = value instanceof String text ? text.toLowerCase(Locale.ROOT) : CanonicalText.of(value);
        return new AttributeValue(value, comparable);
    }
}
