package io.goldenrod.normalize;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Postal addresses, as one text or in parts, made comparable token by token.
 *
 * <p>The tokens are folded ({@link Names#fold}); words for streets, directions and units are unified, house-number
 * signs dropped, ordinals in figures, post-office boxes {@code pobox}. The order of the tokens is kept: it tells house
 * number from unit.
 */
public final class Addresses {

    /** The parts with a meaning, in the order in which they enter the comparable form. */
    private static final List<String> PARTS = List.of("line1", "line2", "city", "region", "postcode", "country");

    private static final Map<String, String> OTHER_NAMES = otherNames();

    private static final Set<String> NUMBER_SIGNS = Set.of("no", "nr", "num", "numero", "number");

    private Addresses() {}

    private static Map<String, String> otherNames() {
        Map<String, String> names = new HashMap<>();
        PARTS.forEach(part -> names.put(part, part));
        String[][] others = {
            {"line1", "street", "street1", "address1", "addressline1", "streetaddress", "street_address"},
            {"line2", "street2", "address2", "addressline2"},
            {"city", "town", "locality", "suburb"},
            {"region", "state", "province", "county"},
            {"postcode", "zip", "zipcode", "postalcode", "postal_code", "zip_code"},
            {"country", "countrycode", "country_code"}
        };
        for (String[] row : others) {
            for (int i = 1; i < row.length; i++) {
                names.put(row[i], row[0]);
            }
        }
        return Map.copyOf(names);
    }

    /**
     * The tokens of an address, or of a part of one, as one text with single spaces. Empty when nothing is left; the
     * tokens of tokens are themselves.
     */
    public static String tokens(String text) {
        return tokensWithin(text, new StringBuilder(text.length())).toString();
    }

    /**
     * The ISO 3166-1 alpha-2 code of a country's name or code; null when not known.
     */
    public static String countryCode(String text) {
        return Countries.code(text);
    }

    /** Parts under their own names, tidied; the postal code as its country writes it, the country by its code. */
    static Map<String, Object> tidy(Map<?, ?> address) {
        Map<String, Object> tidied = new LinkedHashMap<>();
        Map<String, Object> others = new LinkedHashMap<>();
        for (Map.Entry<?, ?> entry : address.entrySet()) {
            String written = String.valueOf(entry.getKey());
            String part = OTHER_NAMES.get(written.toLowerCase(java.util.Locale.ROOT));
            Object value = entry.getValue();
            if (part == null || value instanceof Map<?, ?> || value instanceof List<?>) {
                if (value != null) {
                    others.put(written, value);
                }
                continue;
            }
            String text = value == null ? "" : CleanText.attribute(CanonicalText.plain(value));
            if (!text.isEmpty()) {
                tidied.putIfAbsent(part, text);
            }
        }
        String country = (String) tidied.get("country");
        String code = country == null ? null : Countries.code(country);
        if (code != null) {
            tidied.put("country", code);
        }
        tidied.computeIfPresent("postcode", (part, postcode) -> Postcodes.tidy((String) postcode, code));
        Map<String, Object> ordered = new LinkedHashMap<>();
        for (String part : PARTS) {
            if (tidied.containsKey(part)) {
                ordered.put(part, tidied.get(part));
            }
        }
        others.forEach(ordered::putIfAbsent);
        return ordered;
    }

    /** The comparable form of a tidied address; empty when it has no part with a meaning. */
    static String comparable(Map<String, Object> tidied) {
        StringBuilder tokens = new StringBuilder(80);
        Object country = tidied.get("country");
        for (String part : PARTS) {
            if (!(tidied.get(part) instanceof String text)) {
                continue;
            }
            if (part.equals("postcode")) {
                append(tokens, Postcodes.comparable(text, country instanceof String code ? code : null));
            } else if (part.equals("country")) {
                append(tokens, Folding.fold(text));
            } else {
                tokensWithin(text, tokens);
            }
        }
        return tokens.toString();
    }

    private static StringBuilder tokensWithin(String text, StringBuilder tokens) {
        List<String> words =
                new ArrayList<>(List.of(Folding.fold(prepared(text)).split(" ")));
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            String next = i + 1 < words.size() ? words.get(i + 1) : "";
            if (word.equals("po") && (next.equals("box") || next.equals("b"))
                    || word.equals("postal") && next.equals("box")) {
                append(tokens, "pobox");
                i++;
            } else if (word.equals("p")
                    && next.equals("o")
                    && i + 2 < words.size()
                    && words.get(i + 2).equals("box")) {
                append(tokens, "pobox");
                i += 2;
            } else if (word.equals("post")
                    && next.equals("office")
                    && i + 2 < words.size()
                    && words.get(i + 2).equals("box")) {
                append(tokens, "pobox");
                i += 2;
            } else if (word.equals("postfach") || word.equals("pob")) {
                append(tokens, "pobox");
            } else if (!isNumberSign(words, i)) {
                append(tokens, AddressWords.canonical(word));
            }
        }
        return tokens;
    }

    /** {@code No. 5}, {@code nr 5}, {@code numéro 5}; a run of signs before a number is dropped as a whole. */
    private static boolean isNumberSign(List<String> words, int start) {
        int at = start;
        while (at < words.size() && NUMBER_SIGNS.contains(words.get(at))) {
            at++;
        }
        return at > start
                && at < words.size()
                && Character.isDigit(words.get(at).codePointAt(0));
    }

    /** Initials written together, a number sign as a unit. */
    private static String prepared(String text) {
        StringBuilder prepared = new StringBuilder(text.length() + 8);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '#') {
                prepared.append(endsWithUnit(prepared) ? " " : " unit ");
            } else if (c == '&') {
                prepared.append(" and ");
            } else if (c == '.' && isInitial(text, i) && isInitial(text, i + 2)) {
                continue;
            } else {
                prepared.append(c);
            }
        }
        return prepared.toString();
    }

    /** {@code Apt #4} names one unit, not two. */
    private static boolean endsWithUnit(StringBuilder prepared) {
        String before = Folding.fold(prepared.substring(Math.max(0, prepared.length() - 12)));
        String word = before.substring(before.lastIndexOf(' ') + 1);
        return AddressWords.canonical(word).equals("unit") || word.equals("unit");
    }

    /** Whether the full stop at the place follows a single letter. */
    private static boolean isInitial(String text, int stop) {
        return stop >= 1
                && stop < text.length()
                && text.charAt(stop) == '.'
                && Character.isLetter(text.charAt(stop - 1))
                && (stop == 1 || !Character.isLetterOrDigit(text.charAt(stop - 2)));
    }

    private static void append(StringBuilder tokens, String token) {
        if (!token.isEmpty()) {
            tokens.append(tokens.length() == 0 ? "" : " ").append(token);
        }
    }
}
