package io.goldenrod.normalize;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import io.goldenrod.normalize.OptionSpec.Values;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Telephone numbers in E.164, an extension as in RFC 3966: {@code +442079460018;ext=12}.
 *
 * <p>A number without country code is read in the source's region. One dialled with the international prefix 00 is
 * understood everywhere. Option {@code accept}: {@code possible} checks the length for the country, {@code valid} the
 * country's numbering plan too, which refuses numbers newer than the plan in use. Option {@code extension}:
 * {@code drop} makes all extensions of a switchboard one number.
 */
final class PhoneNormalizer implements ValueNormalizer {

    private static final PhoneNumberUtil PHONES = PhoneNumberUtil.getInstance();
    private static final int LENGTH_MAX = 100;
    private static final int CACHED_MAX = 4_096;
    private static final String NO_REGION = "ZZ";
    private static final String[] LEADS = {
        "telephone", "mobile", "phone", "cell", "tel", "mob", "fax", "ph", "t", "p", "m", "h", "w"
    };

    private static final Set<String> EXTENSION_WORDS =
            Set.of("x", "ext", "extn", "extension", "xtn", "int", "anexo", "доб");

    private record Cached(String text, String region, String number, RefusedValue refusal) {}

    private final boolean extensionKept;
    private final boolean validOnly;
    private final AtomicReferenceArray<Cached> cache = new AtomicReferenceArray<>(CACHED_MAX);

    PhoneNormalizer(Values options) {
        extensionKept = options.choice("extension").equals("keep");
        validOnly = options.choice("accept").equals("valid");
    }

    @Override
    public String normalize(String raw, String region) {
        String text = CleanText.identifier(raw);
        int hash = text.hashCode() * 31 + region.hashCode();
        int slot = (hash ^ hash >>> 16) & CACHED_MAX - 1;
        Cached found = cache.get(slot);
        if (found == null || !found.text.equals(text) || !found.region.equals(region)) {
            found = read(text, region);
            cache.set(slot, found);
        }
        if (found.refusal != null) {
            throw found.refusal;
        }
        return found.number;
    }

    private Cached read(String text, String region) {
        try {
            return new Cached(text, region, parse(text, region), null);
        } catch (RefusedValue refusal) {
            return new Cached(text, region, null, refusal);
        }
    }

    private String parse(String cleaned, String region) {
        String text = withoutLead(cleaned);
        checkCharacters(text);
        boolean international = text.startsWith("+") || text.startsWith("(+");
        boolean dialled = text.startsWith("00") || text.startsWith("(00");
        if (!international && !dialled && region.isEmpty()) {
            throw new RefusedValue(
                    "phone_without_region",
                    "a phone number starts with + and the country code, or its source has a phoneRegion in the policy");
        }
        try {
            if (region.isEmpty() && !international) {
                return checked(PHONES.parse(plusForZeros(text), NO_REGION));
            }
            PhoneNumber number = PHONES.parse(text, region.isEmpty() ? NO_REGION : region.toUpperCase(Locale.ROOT));
            boolean possible = PHONES.isPossibleNumberWithReason(number) == ValidationResult.IS_POSSIBLE;
            return checked(possible || !dialled ? number : PHONES.parse(plusForZeros(text), NO_REGION));
        } catch (NumberParseException notANumber) {
            throw notANumber.getErrorType() == NumberParseException.ErrorType.INVALID_COUNTRY_CODE
                    ? invalid("must start with a country code that exists")
                    : invalid("must have as many digits as its country's numbers have");
        }
    }

    private static String plusForZeros(String text) {
        return "+" + text.substring(text.indexOf("00") + 2);
    }

    private String checked(PhoneNumber number) throws NumberParseException {
        ValidationResult result = PHONES.isPossibleNumberWithReason(number);
        if (result != ValidationResult.IS_POSSIBLE) {
            throw switch (result) {
                case IS_POSSIBLE_LOCAL_ONLY -> invalid("must hold its area code");
                case TOO_SHORT -> invalid("must have more digits in its country");
                case TOO_LONG -> invalid("must have fewer digits in its country");
                default -> invalid("must have as many digits as its country's numbers have");
            };
        }
        if (validOnly && !PHONES.isValidNumber(number)) {
            throw invalid("must be in its country's numbering plan");
        }
        String formatted = PHONES.format(number, PhoneNumberFormat.E164);
        // Where a number starts like a trunk prefix, reading it again can drop that: then it was none of the country's.
        if (couldBeReadAgain(number, formatted)
                && !PHONES.format(PHONES.parse(formatted, NO_REGION), PhoneNumberFormat.E164)
                        .equals(formatted)) {
            throw invalid("must not start with its country's trunk prefix twice");
        }
        return extensionKept && number.hasExtension() ? formatted + ";ext=" + number.getExtension() : formatted;
    }

    /**
     * Whether the number starts like a trunk prefix, all of which start with 0, 1 or 8; Mexico, Argentina, Brazil and
     * San Marino have rules of another kind. Reading twice doubles the cost, so the others are spared.
     */
    private static boolean couldBeReadAgain(PhoneNumber number, String formatted) {
        int code = number.getCountryCode();
        char first = formatted.charAt(1 + (code < 10 ? 1 : code < 100 ? 2 : 3));
        return first == '0' || first == '1' || first == '8' || code == 52 || code == 54 || code == 55 || code == 378;
    }

    /** Drops a word such as {@code Tel.:} in front. */
    private static String withoutLead(String text) {
        char first = text.charAt(0);
        if (first == '+' || first == '(' || first >= '0' && first <= '9') {
            return text;
        }
        for (String lead : LEADS) {
            if (text.regionMatches(true, 0, lead, 0, lead.length())) {
                int next = lead.length();
                while (next < text.length() && ".: ".indexOf(text.charAt(next)) >= 0) {
                    next++;
                }
                boolean parted = next > lead.length() || next < text.length() && text.charAt(next) == '+';
                return parted && next < text.length() ? text.substring(next) : text;
            }
        }
        return text;
    }

    /**
     * The library looks for a number anywhere in a text; here the whole text is to be one. Letters stand for digits
     * (vanity numbers, three or more) or name an extension, so they only come after a digit.
     */
    private static void checkCharacters(String text) {
        if (text.length() > LENGTH_MAX) {
            throw invalid("must have at most " + LENGTH_MAX + " characters");
        }
        boolean digit = false;
        int letters = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isLetter(c) && digit) {
                int start = i;
                while (i + 1 < text.length() && Character.isLetter(text.charAt(i + 1))) {
                    i++;
                }
                boolean extension =
                        EXTENSION_WORDS.contains(text.substring(start, i + 1).toLowerCase(Locale.ROOT));
                if (!extension && i == start) {
                    throw invalid("must not hold a single letter; look for a typing slip");
                }
                letters += extension ? 0 : i + 1 - start;
            } else if (Character.isDigit(c)) {
                digit = true;
            } else if (" +-().,/;:=#*~_‐‑‒–—―−·".indexOf(c) < 0) {
                throw invalid("must be digits, with spaces, hyphens, dots, slashes or brackets between them");
            }
        }
        if (letters == 1 || letters == 2) {
            throw invalid("must have three letters or more where letters stand for digits");
        }
    }

    private static RefusedValue invalid(String rule) {
        return new RefusedValue("invalid_phone", "a phone number " + rule);
    }
}
