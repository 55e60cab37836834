package io.goldenrod.normalize;

import io.goldenrod.normalize.OptionSpec.Values;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/**
 * E-mail addresses by RFC 5321 and, for local parts beyond ASCII, RFC 6531: lower case, the domain in ASCII.
 *
 * <p>The local part is lower-cased (no provider of note tells cases apart) and unquoted where the quotes are not
 * needed; look-alike letters in it are left as they are, so that an imitation stays a different address. A display
 * name before an address in angle brackets is dropped. Comments, address literals and single-label domains are refused.
 *
 * <p>{@code gmailDots}: at gmail.com dots do not count, and googlemail.com is gmail.com. {@code plusTags}: at providers
 * known to ignore it, what follows a plus sign is dropped.
 */
final class EmailNormalizer implements ValueNormalizer {

    private static final int LOCAL_BYTES_MAX = 64;
    private static final int ADDRESS_LENGTH_MAX = 254;
    private static final String ATOM_SYMBOLS = "!#$%&'*+-/=?^_`{|}~";
    private static final Set<String> PLUS_TAG_DOMAINS = Set.of(
            "gmail.com",
            "googlemail.com",
            "outlook.com",
            "hotmail.com",
            "live.com",
            "msn.com",
            "icloud.com",
            "me.com",
            "mac.com",
            "fastmail.com",
            "fastmail.fm",
            "protonmail.com",
            "proton.me",
            "pm.me",
            "zoho.com",
            "hey.com");

    private final boolean gmailDots;
    private final boolean plusTags;

    EmailNormalizer(Values options) {
        gmailDots = options.flag("gmailDots");
        plusTags = options.flag("plusTags");
    }

    @Override
    public String normalize(String raw, String region) {
        String text = addressOf(CleanText.identifier(raw));
        int at = text.lastIndexOf('@');
        if (at < 0) {
            throw invalid("must be written name@domain");
        }
        String domain = DomainNames.toAscii(text.substring(at + 1));
        if (domain == null) {
            throw invalid("must end in a domain name of at least two labels");
        }
        String local = local(text.substring(0, at));
        if (plusTags && PLUS_TAG_DOMAINS.contains(domain) && local.indexOf('+') > 0 && local.charAt(0) != '"') {
            local = local.substring(0, local.indexOf('+'));
        }
        if (gmailDots && (domain.equals("gmail.com") || domain.equals("googlemail.com"))) {
            domain = "gmail.com";
            local = local.charAt(0) == '"' ? local : local.replace(".", "");
        }
        if (local.getBytes(StandardCharsets.UTF_8).length > LOCAL_BYTES_MAX) {
            throw invalid("must have at most " + LOCAL_BYTES_MAX + " bytes before the @");
        }
        if (local.length() + 1 + domain.length() > ADDRESS_LENGTH_MAX) {
            throw invalid("must have at most " + ADDRESS_LENGTH_MAX + " characters");
        }
        return local + "@" + domain;
    }

    /** {@code Ada Lovelace <ada@example.org>}, as mail programs write it, names one address (RFC 5322, name-addr). */
    private static String addressOf(String text) {
        int open = text.indexOf('<');
        boolean named = open >= 0 && text.charAt(text.length() - 1) == '>' && text.indexOf('<', open + 1) < 0;
        return named ? text.substring(open + 1, text.length() - 1).strip() : text;
    }

    private static String local(String text) {
        boolean quoted = text.length() >= 2 && text.charAt(0) == '"' && text.charAt(text.length() - 1) == '"';
        String content = quoted ? unquote(text.substring(1, text.length() - 1)) : text;
        // Lower-casing can undo composition, so the form is unified again.
        String lower = CleanText.attribute(content.toLowerCase(Locale.ROOT));
        if (isDotAtom(quoted ? content : lower)) {
            return lower;
        }
        if (!quoted || content.isEmpty()) {
            throw invalid("must have letters, digits and " + ATOM_SYMBOLS
                    + " before the @, with single dots between them and nothing in brackets");
        }
        String quotable = content.toLowerCase(Locale.ROOT);
        return '"' + quotable.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static String unquote(String text) {
        StringBuilder content = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                throw invalid("must not have a bare quotation mark inside the quoted part");
            }
            if (c == '\\') {
                i++;
                if (i == text.length()) {
                    throw invalid("must not end the quoted part with a backslash");
                }
                c = text.charAt(i);
            }
            content.append(c);
        }
        return content.toString();
    }

    private static boolean isDotAtom(String text) {
        char before = '.';
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean atom = c >= 'a' && c <= 'z'
                    || c >= 'A' && c <= 'Z'
                    || c >= '0' && c <= '9'
                    || ATOM_SYMBOLS.indexOf(c) >= 0
                    || c > 0x7f && !CleanText.isSpace(c);
            if (!atom && (c != '.' || before == '.')) {
                return false;
            }
            before = c;
        }
        return before != '.';
    }

    private static RefusedValue invalid(String rule) {
        return new RefusedValue("invalid_email", "an e-mail address " + rule);
    }
}
