package io.goldenrod.generate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Where people live, what their phone numbers look like, and what they may be called. */
public enum Country {
    GB,
    US,
    DE,
    FR,
    ES;

    private static final long PHONES_SALT = 0x5851f42d4c957f2dL;

    private final String written;
    private final String callingCode;
    private final String trunk;
    private final int[] groups;
    private final PhoneRange mobiles;
    private final PhoneRange landlines;
    private final List<Culture> cultures = new ArrayList<>();
    private final int[] cultureWeights;
    private final Ranked<Town> towns;
    private final List<String> streetForms;
    private final Ranked<String> streetNames;
    private final List<String> unitForms;
    private final Map<String, String> shortWords;

    record Town(String name, String region, String postcode) {}

    /** A street that is being built upon. */
    record Street(String form, String name, Town town, String postcode) {}

    Country() {
        Pool pool = new Pool(name());
        written = pool.one("name");
        callingCode = pool.one("calling");
        trunk = pool.one("trunk").replace("-", "");
        groups = pool.all("groupsOf").stream().mapToInt(Integer::parseInt).toArray();
        List<String> areas = name().equals("US") ? pool.all("area") : List.of();
        mobiles = new PhoneRange(pool.all("mobile"), areas, PHONES_SALT + ordinal());
        landlines = new PhoneRange(pool.all("landline"), areas, PHONES_SALT - ordinal());
        Map<String, String> shares = pool.pairs("cultures");
        shares.keySet().forEach(each -> cultures.add(Culture.valueOf(each.toUpperCase(Locale.ROOT))));
        cultureWeights = shares.values().stream().mapToInt(Integer::parseInt).toArray();
        towns = new Ranked<>(pool.all("city").stream().map(Country::town).toList(), 3, 0.9);
        streetForms = pool.all("street");
        streetNames = new Ranked<>(pool.all("streetName"), 10, 0.7);
        unitForms = pool.all("unit");
        shortWords = pool.pairs("short");
    }

    private static Town town(String line) {
        String[] parts = line.split("\\|");
        return new Town(parts[0], parts[1], parts[2]);
    }

    Culture culture(Draw draw) {
        return cultures.get(draw.weighted(cultureWeights));
    }

    /** Somewhere in the country, larger towns more often. */
    Street street(Draw draw) {
        return street(draw, towns.draw(draw));
    }

    /** Another one of the same town. */
    Street streetNear(Draw draw, Street street) {
        return street(draw, street.town());
    }

    private Street street(Draw draw, Town town) {
        return new Street(draw.oneOf(streetForms), streetNames.draw(draw), town, filled(draw, town.postcode()));
    }

    Home home(Draw draw, Street street) {
        String number = String.valueOf(1 + draw.below(draw.chance(0.3) ? 30 : name().equals("US") ? 2400 : 180));
        return new Home(
                street.form().replace("{n}", number).replace("{s}", street.name()),
                draw.chance(0.25) ? unit(draw) : "",
                street.town().name(),
                street.town().region(),
                street.postcode(),
                name());
    }

    String unit(Draw draw) {
        return filled(draw, draw.oneOf(unitForms));
    }

    private static String filled(Draw draw, String pattern) {
        StringBuilder filled = new StringBuilder(pattern.length());
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            filled.append(
                    c == '#'
                            ? (char) ('1' + draw.below(9))
                            : c == '@' ? "ABDEFGHJLNPQRSTUWXYZ".charAt(draw.below(20)) : c);
        }
        return filled.toString();
    }

    /** A street as people shorten it; as it was when nothing in it has a short form. */
    String shortened(String street) {
        String[] words = street.split(" ");
        for (int i = 0; i < words.length; i++) {
            String word = words[i];
            for (Map.Entry<String, String> each : shortWords.entrySet()) {
                if (word.equals(each.getKey())) {
                    words[i] = each.getValue();
                } else if (Character.isLowerCase(each.getKey().charAt(0)) && word.endsWith(each.getKey())) {
                    words[i] = word.substring(0, word.length() - each.getKey().length()) + each.getValue();
                }
            }
        }
        return String.join(" ", words);
    }

    /** As people write it. */
    String written() {
        return written;
    }

    PhoneRange mobiles() {
        return mobiles;
    }

    PhoneRange landlines() {
        return landlines;
    }

    /**
     * A number as it is written.
     *
     * @param national as its own country's systems have it: without the country's code
     */
    String phone(Draw draw, String number, boolean national) {
        int style = draw.weighted(45, 25, 15, 15);
        if (national && style < 2) {
            return trunk + (style == 0 ? grouped(number, " ") : number);
        }
        return switch (style) {
            case 0 -> "+" + callingCode + " " + grouped(number, " ");
            case 1 -> "+" + callingCode + number;
            case 2 -> "+" + callingCode + "-" + grouped(number, "-");
            default ->
                "+" + callingCode + " (" + trunk + number.substring(0, groups[0]) + ") "
                        + grouped(number.substring(groups[0]), " ");
        };
    }

    private String grouped(String number, String separator) {
        StringBuilder grouped = new StringBuilder(number.length() + 6);
        int at = 0;
        int skip = Arrays.stream(groups).sum() - number.length();
        for (int group : groups) {
            if (skip >= group) {
                skip -= group;
                continue;
            }
            int end = Math.min(number.length(), at + group);
            if (at < end) {
                grouped.append(at == 0 ? "" : separator).append(number, at, end);
            }
            at = end;
        }
        return grouped.append(number, Math.min(at, number.length()), number.length())
                .toString();
    }
}
