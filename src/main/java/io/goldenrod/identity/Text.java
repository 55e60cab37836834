package io.goldenrod.identity;

/** What a piece of text must satisfy before anything else is asked of it. */
public final class Text {

    private Text() {}

    /** Whether the text is well-formed UTF-16 (no lone surrogate) and holds no control character (C0, DEL, C1). */
    public static boolean isClean(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isISOControl(c)) {
                return false;
            }
            if (Character.isHighSurrogate(c)) {
                if (i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    return false;
                }
                i++;
            } else if (Character.isLowSurrogate(c)) {
                return false;
            }
        }
        return true;
    }
}
