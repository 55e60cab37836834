package io.goldenrod.normalize;

import java.text.Normalizer;

/**
 * The first step for every text: Unicode made harmless and uniform.
 *
 * <p>White space of any kind is trimmed and, inside, becomes single spaces; zero-width characters (joiners included)
 * vanish; compatibility forms are unified by NFKC. Refused are lone surrogates, non-characters, tag characters, control
 * characters and bidirectional controls, by which a text can look like another one (Unicode Technical Report 36).
 */
final class CleanText {

    private CleanText() {}

    /**
     * An identifier's value: one line. The replacement character is refused too, for what it replaced is lost.
     *
     * @throws RefusedValue {@code forbidden_character}; {@code empty_value} when no letter, digit or symbol is left
     */
    static String identifier(String raw) {
        String text = tidy(raw, true, true);
        if (!hasSubstance(text)) {
            throw new RefusedValue("empty_value", "the value holds no letter and no digit; leave the identifier out");
        }
        return text;
    }

    /** An identifier's value of which the writing is kept: checked and trimmed, nothing else. */
    static String exact(String raw) {
        String text = tidy(raw, true, false);
        if (!hasSubstance(text)) {
            throw new RefusedValue("empty_value", "the value holds no letter and no digit; leave the identifier out");
        }
        return text;
    }

    /**
     * An attribute's text: line ends count as white space, left-to-right and right-to-left marks vanish (ordinary in
     * Hebrew and Arabic text), overrides and isolates are refused. May be empty.
     *
     * @throws RefusedValue {@code forbidden_character}
     */
    static String attribute(String raw) {
        return tidy(raw, false, true);
    }

    private static String tidy(String raw, boolean strict, boolean unify) {
        int length = raw.length();
        boolean plain = length > 0 && raw.charAt(0) != ' ' && raw.charAt(length - 1) != ' ';
        for (int i = 0; plain && i < length; i++) {
            char c = raw.charAt(i);
            plain = c > ' ' && c < 0x7f || c == ' ' && (!unify || raw.charAt(i - 1) != ' ');
        }
        if (plain) {
            return raw;
        }
        String checked = withoutInvisible(trim(raw), strict);
        return unify ? collapse(Normalizer.normalize(checked, Normalizer.Form.NFKC)) : trim(checked);
    }

    private static String withoutInvisible(String text, boolean strict) {
        StringBuilder kept = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (isForbidden(c, strict)) {
                throw new RefusedValue(
                        "forbidden_character",
                        "the text holds a control, bidirectional or broken character; send it without");
            }
            if (!isInvisible(c)) {
                kept.appendCodePoint(c);
            }
        }
        return kept.toString();
    }

    private static boolean isForbidden(int c, boolean strict) {
        if (c >= 0xD800 && c <= 0xDFFF || (c & 0xFFFE) == 0xFFFE || c >= 0xFDD0 && c <= 0xFDEF) {
            return true;
        }
        if (c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069 || c >= 0xE0000 && c <= 0xE007F) {
            return true;
        }
        if (Character.isISOControl(c)) {
            return strict || !isSpace(c);
        }
        return strict && (isDirectionMark(c) || c == 0xFFFD);
    }

    private static boolean isDirectionMark(int c) {
        return c == 0x200E || c == 0x200F || c == 0x061C;
    }

    private static boolean isInvisible(int c) {
        return c == 0x00AD
                || c == 0x034F
                || c == 0x180E
                || c >= 0x200B && c <= 0x200F
                || c == 0x061C
                || c >= 0x2060 && c <= 0x2064
                || c == 0xFEFF
                || c >= 0xFE00 && c <= 0xFE0F;
    }

    /** White space of any kind, byte order mark and zero-width space included. */
    static boolean isSpace(int c) {
        return c == ' '
                || c >= '\t' && c <= '\r'
                || c == 0x85
                || c > 0x7f && (Character.isSpaceChar(c) || c == 0xFEFF || c == 0x200B);
    }

    private static String trim(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isSpace(text.charAt(start))) {
            start++;
        }
        while (end > start && isSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    private static String collapse(String text) {
        StringBuilder collapsed = new StringBuilder(text.length());
        boolean pending = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isSpace(c)) {
                pending = collapsed.length() > 0;
            } else {
                if (pending) {
                    collapsed.append(' ');
                    pending = false;
                }
                collapsed.append(c);
            }
        }
        return collapsed.toString();
    }

    /** Whether the text says anything: a letter, a digit, or a character beyond the Basic Multilingual Plane. */
    static boolean hasSubstance(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isLetterOrDigit(c) || Character.isHighSurrogate(c)) {
                return true;
            }
        }
        return false;
    }
}
