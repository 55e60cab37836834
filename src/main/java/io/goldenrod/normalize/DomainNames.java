package io.goldenrod.normalize;

import java.lang.Character.UnicodeScript;
import java.net.IDN;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * Domain names in ASCII (IDNA 2003 as in {@link IDN}, with the host name rules of STD 3; letters younger than its
 * Unicode 3.2 are allowed, as in look-ups).
 *
 * <p>A label that mixes scripts which no language writes together (Latin with Cyrillic or Greek, say) is refused: such
 * names exist to be taken for others. The rule is "highly restrictive" of Unicode Technical Standard 39. A label
 * wholly in one script is kept, in its own punycode, and so never equals the name that it looks like.
 */
final class DomainNames {

    private static final int LENGTH_MAX = 253;
    private static final int LABEL_LENGTH_MAX = 63;
    private static final Set<UnicodeScript> JAPANESE =
            EnumSet.of(UnicodeScript.LATIN, UnicodeScript.HAN, UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA);
    private static final Set<UnicodeScript> KOREAN =
            EnumSet.of(UnicodeScript.LATIN, UnicodeScript.HAN, UnicodeScript.HANGUL);
    private static final Set<UnicodeScript> CHINESE =
            EnumSet.of(UnicodeScript.LATIN, UnicodeScript.HAN, UnicodeScript.BOPOMOFO);

    private DomainNames() {}

    /**
     * The name in lower-case ASCII, or null when it is not a domain name of at least two labels.
     *
     * @throws RefusedValue {@code mixed_script_domain}
     */
    static String toAscii(String text) {
        if (text.isEmpty() || text.length() > LENGTH_MAX) {
            return null;
        }
        String ascii = lowerAscii(text);
        if (ascii == null || ascii.contains("xn--")) {
            ascii = throughIdn(text);
        }
        return ascii != null && isHostName(ascii) ? ascii : null;
    }

    private static String throughIdn(String text) {
        try {
            String ascii = IDN.toASCII(text.toLowerCase(Locale.ROOT), IDN.USE_STD3_ASCII_RULES | IDN.ALLOW_UNASSIGNED)
                    .toLowerCase(Locale.ROOT);
            for (String label : IDN.toUnicode(ascii, IDN.ALLOW_UNASSIGNED).split("\\.")) {
                refuseMixedScripts(label);
            }
            return ascii;
        } catch (IllegalArgumentException | IndexOutOfBoundsException notADomain) {
            return null;
        }
    }

    /** Null when a character is not ASCII. */
    private static String lowerAscii(String text) {
        boolean upper = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > 0x7f) {
                return null;
            }
            upper |= c >= 'A' && c <= 'Z';
        }
        return upper ? text.toLowerCase(Locale.ROOT) : text;
    }

    private static boolean isHostName(String ascii) {
        if (ascii.length() > LENGTH_MAX) {
            return false;
        }
        int start = 0;
        int labels = 0;
        boolean numeric = true;
        for (int i = 0; i <= ascii.length(); i++) {
            char c = i == ascii.length() ? '.' : ascii.charAt(i);
            if (c != '.') {
                if (!(c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-')) {
                    return false;
                }
                numeric &= c >= '0' && c <= '9';
                continue;
            }
            int length = i - start;
            if (length < 1 || length > LABEL_LENGTH_MAX || ascii.charAt(start) == '-' || ascii.charAt(i - 1) == '-') {
                return false;
            }
            labels++;
            start = i + 1;
            if (i == ascii.length()) {
                return labels >= 2 && !numeric && length >= 2;
            }
            numeric = true;
        }
        return false;
    }

    private static void refuseMixedScripts(String label) {
        Set<UnicodeScript> scripts = EnumSet.noneOf(UnicodeScript.class);
        label.codePoints().mapToObj(UnicodeScript::of).forEach(scripts::add);
        scripts.remove(UnicodeScript.COMMON);
        scripts.remove(UnicodeScript.INHERITED);
        boolean written = scripts.size() <= 1
                || JAPANESE.containsAll(scripts)
                || KOREAN.containsAll(scripts)
                || CHINESE.containsAll(scripts);
        if (!written) {
            throw new RefusedValue(
                    "mixed_script_domain",
                    "the domain mixes letters of several scripts; write it in one, as its owner does");
        }
    }
}
