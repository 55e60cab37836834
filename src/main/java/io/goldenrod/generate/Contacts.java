package io.goldenrod.generate;

import java.text.Normalizer;
import java.util.Locale;

/**
 * What people can be reached by and known by, each value somebody's own: it is worked out from a place in line by a
 * permutation, so that nothing need be remembered to keep values apart.
 */
final class Contacts {

    /** The days on which records are observed: 2016 to 2025. */
    static final int FIRST_DAY = 16_801;

    static final int LAST_DAY = 20_453;

    /** Operators keep a number back for a while before somebody else gets it. */
    private static final int NUMBER_REST_DAYS = 120;

    private static final String[] HOSTS = {
        "mail", "post", "home", "web", "box", "inbox", "my", "family", "letters", "online", "webmail", "people", "city",
        "north", "south", "fast"
    };
    private static final String[] ENDS = {"example.com", "example.org", "example.net"};
    private static final int DOMAINS = HOSTS.length * ENDS.length;

    private static final long CODES = 9_000_000_000L;
    private static final Permutation CRM = new Permutation(CODES, 11);
    private static final Permutation LOYALTY = new Permutation(CODES, 13);
    private static final Permutation ACCOUNT = new Permutation(CODES, 17);
    private static final Permutation RECORD = new Permutation(1L << 40, 19);

    private final GeneratorSettings settings;

    Contacts(GeneratorSettings settings) {
        this.settings = settings;
    }

    /**
     * What becomes of a person's first number.
     *
     * @param givenUp the day, or 0 when it is kept
     * @param inherits whether the second number was somebody else's
     */
    private record MobileLife(boolean has, int givenUp, boolean inherits) {}

    private MobileLife mobileLife(long ordinal) {
        Draw draw = new Draw(settings.seed(), Draw.Purpose.MOBILE, ordinal);
        boolean has = draw.chance(0.93);
        int day = draw.between(FIRST_DAY + 200, LAST_DAY - 400);
        boolean inherits = draw.chance(0.06);
        return new MobileLife(has, draw.chance(0.3) && !inherits ? day : 0, inherits);
    }

    /** Within a country numbers are given out in order; the same number of people is in each. */
    private long placeInCountry(long ordinal) {
        int size = Neighbourhood.SIZE;
        return ordinal / size / settings.countries().size() * size + ordinal % size;
    }

    Timeline<String> mobile(Country country, long ordinal) {
        MobileLife life = mobileLife(ordinal);
        PhoneRange numbers = country.mobiles();
        long place = placeInCountry(ordinal);
        var mobile = new Timeline<>(life.has() ? numbers.number(2 * place) : null);
        // The former owner is of the same country: at the same place in an earlier neighbourhood of it.
        long round = (long) Neighbourhood.SIZE * settings.countries().size();
        Draw draw = new Draw(settings.seed(), Draw.Purpose.MOBILE, -1 - ordinal);
        long back = round * (1 + draw.below((int) Math.max(1, Math.min(ordinal / round, 100_000))));
        if (life.has() && life.inherits() && back <= ordinal) {
            MobileLife former = mobileLife(ordinal - back);
            if (former.has() && former.givenUp() > 0) {
                mobile.change(former.givenUp() + NUMBER_REST_DAYS, numbers.number(2 * placeInCountry(ordinal - back)));
            }
        } else if (life.has() && life.givenUp() > 0) {
            mobile.change(life.givenUp(), numbers.number(2 * place + 1));
        }
        return mobile;
    }

    String landline(Country country, long ordinal) {
        return country.landlines().number(placeInCountry(ordinal));
    }

    /** Domain and digits together are of one address only, whatever the name before them. */
    static String email(Draw draw, String givenName, String familyName, long index) {
        String given = plain(givenName);
        String family = plain(familyName);
        String name = switch (draw.weighted(35, 20, 12, 12, 8, 8)) {
            case 0 -> given + "." + family;
            case 1 -> given.charAt(0) + family;
            case 2 -> given + family;
            case 3 -> given + "_" + family;
            case 4 -> family + "." + given;
            default -> given + "." + family.charAt(0);
        };
        return address(name, index);
    }

    static String householdEmail(Draw draw, String familyName, long index) {
        return address((draw.chance(0.5) ? "the." : "family.") + plain(familyName), index);
    }

    private static String address(String name, long index) {
        long digits = index / DOMAINS;
        int domain = (int) ((index + 7 * digits) % DOMAINS);
        return name + (digits == 0 ? "" : digits) + "@" + HOSTS[domain % HOSTS.length] + "."
                + ENDS[domain / HOSTS.length];
    }

    static String userId(String givenName, String familyName, long ordinal) {
        return plain(givenName).charAt(0) + plain(familyName) + ordinal;
    }

    /** Lower case ASCII letters; {@code x} when none is left. */
    static String plain(String name) {
        String folded = Normalizer.normalize(name.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
        StringBuilder plain = new StringBuilder(folded.length());
        for (int i = 0; i < folded.length(); i++) {
            char c = folded.charAt(i);
            if (c >= 'a' && c <= 'z') {
                plain.append(c);
            } else if (c == 'ß') {
                plain.append("ss");
            } else if (c == 'ł') {
                plain.append('l');
            }
        }
        return plain.length() == 0 ? "x" : plain.toString();
    }

    static String crmId(long index) {
        return "C" + (CODES / 9 + CRM.at(index));
    }

    static String loyaltyId(long index) {
        return "LY-" + (CODES / 9 + LOYALTY.at(index));
    }

    static String accountId(long index) {
        return "AC" + (CODES / 9 + ACCOUNT.at(index));
    }

    /** Says nothing of whose record it is. */
    static String recordId(long index) {
        String digits = Long.toString(RECORD.at(index), 36).toUpperCase(Locale.ROOT);
        return "00000000".substring(digits.length()) + digits;
    }

    String device(long index) {
        Draw draw = new Draw(settings.seed(), Draw.Purpose.DEVICE, index);
        return uuid(draw);
    }

    /** A random UUID, RFC 9562 version 4. */
    static String uuid(Draw draw) {
        long high = draw.bits() & ~0xf000L | 0x4000L;
        long low = draw.bits() & ~0xc000000000000000L | 0x8000000000000000L;
        return new java.util.UUID(high, low).toString();
    }

    /** As web servers give them out: 128 bits. */
    static String cookie(Draw draw) {
        return Long.toUnsignedString(draw.bits(), 36) + Long.toUnsignedString(draw.bits(), 36);
    }
}
