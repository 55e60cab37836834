package io.goldenrod.console;

import io.goldenrod.steward.Stewardship.Asked;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * Who sits at the console, as they say themselves: whoever reaches the service may write any name, until it knows its
 * users.
 */
public final class Acting {

    /** Holds the name in the browser. */
    static final String COOKIE = "goldenrod-name";

    static final int NAME_LENGTH_MAX = 200;
    private static final int REASON_LENGTH_MAX = 1_000;
    private static final String UNNAMED = "unnamed";

    private Acting() {}

    /** A steward's request. @param reason may be null @param onTrial whether only to tell what would be */
    public static Asked asked(HttpServletRequest request, String reason, boolean onTrial) {
        return new Asked(by(request), reason(reason), onTrial, requestName());
    }

    /** Names a request in the history. */
    public static String requestName() {
        return "console-" + UUID.randomUUID();
    }

    /** Never empty. */
    public static String by(HttpServletRequest request) {
        String name = name(request);
        return name == null ? UNNAMED : name;
    }

    /** Null when none was given. */
    static String name(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        if (cookies == null) {
            return null;
        }
        for (Cookie cookie : cookies) {
            if (cookie.getName().equals(COOKIE)) {
                return readable(cookie.getValue());
            }
        }
        return null;
    }

    private static String readable(String value) {
        try {
            return cleanName(URLDecoder.decode(value, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** Without control characters and of a bearable length; null when nothing is left. */
    static String cleanName(String text) {
        String clean = text.replaceAll("\\p{Cntrl}", " ").strip();
        clean = clean.length() > NAME_LENGTH_MAX ? clean.substring(0, NAME_LENGTH_MAX) : clean;
        return clean.isEmpty() ? null : clean;
    }

    private static String reason(String text) {
        String clean = text == null ? "" : text.strip();
        if (clean.length() > REASON_LENGTH_MAX) {
            throw ConsoleProblem.badRequest("reasonTooLong", REASON_LENGTH_MAX);
        }
        return clean;
    }
}
