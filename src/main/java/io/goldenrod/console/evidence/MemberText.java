package io.goldenrod.console.evidence;

import java.util.regex.Pattern;

/** What somebody wrote to name a member, which need not say what kind of member where that is plain. */
final class MemberText {

    private static final Pattern EMAIL = Pattern.compile("[^\\s:/@]+@[^\\s:/@]+");
    private static final Pattern PHONE = Pattern.compile("\\+[0-9][0-9 ().-]{5,30}");
    private static final Pattern RECORD = Pattern.compile("[^\\s:/@]+/\\S+");

    /** A plus that came unencoded in an address. */
    private static final Pattern LOST_PLUS = Pattern.compile("^(\\w+): (?=[0-9])");

    private MemberText() {}

    /** As questions are asked; empty when there is none. */
    static String read(String text) {
        String clean = LOST_PLUS.matcher(text.strip()).replaceFirst("$1:+");
        if (EMAIL.matcher(clean).matches()) {
            return "email:" + clean;
        }
        if (PHONE.matcher(clean).matches()) {
            return "phone:" + clean;
        }
        return RECORD.matcher(clean).matches() ? "record:" + clean : clean;
    }
}
