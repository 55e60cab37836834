package io.goldenrod.normalize;

import io.goldenrod.normalize.OptionSpec.Values;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;

/**
 * Web addresses by RFC 3986 §6.2: scheme and host in lower case and ASCII, default port, fragment and dot segments
 * dropped, percent-encodings unified. Without a scheme, https is meant. Addresses with a user name are refused.
 *
 * <p>{@code dropTracking} (the default) drops the query parameters by which advertisers follow a click;
 * {@code dropQuery} drops them all.
 */
final class UrlNormalizer implements ValueNormalizer {

    private static final Set<String> TRACKING =
            Set.of("gclid", "fbclid", "dclid", "msclkid", "yclid", "igshid", "mc_cid", "mc_eid", "_ga", "_gl");

    private final boolean dropTracking;
    private final boolean dropQuery;

    UrlNormalizer(Values options) {
        dropTracking = options.flag("dropTracking");
        dropQuery = options.flag("dropQuery");
    }

    @Override
    public String normalize(String raw, String region) {
        String text = CleanText.identifier(raw);
        if (text.indexOf(' ') >= 0) {
            throw invalid("must not hold spaces");
        }
        int fragment = text.indexOf('#');
        text = fragment < 0 ? text : text.substring(0, fragment);
        int colon = text.indexOf("://");
        String scheme = colon < 0 ? "https" : text.substring(0, colon).toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !scheme.equals("http")) {
            throw invalid("must start with https:// or http://");
        }
        String rest = colon < 0 ? text : text.substring(colon + 3);
        int end = 0;
        while (end < rest.length() && rest.charAt(end) != '/' && rest.charAt(end) != '?') {
            end++;
        }
        String authority = authority(rest.substring(0, end), scheme);
        int question = rest.indexOf('?', end);
        String path = path(question < 0 ? rest.substring(end) : rest.substring(end, question));
        String query = question < 0 || dropQuery ? "" : query(rest.substring(question + 1));
        return scheme + "://" + authority + path + query;
    }

    private static String authority(String text, String scheme) {
        if (text.indexOf('@') >= 0) {
            throw invalid("must not hold a user name or password");
        }
        int colon = text.lastIndexOf(':');
        String host = colon < 0 ? text : text.substring(0, colon);
        String port = colon < 0 ? "" : text.substring(colon + 1);
        String ascii = DomainNames.toAscii(host.endsWith(".") ? host.substring(0, host.length() - 1) : host);
        if (ascii == null) {
            throw invalid("must name a domain");
        }
        if (port.length() > 5 || !port.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw invalid("must have a number for its port");
        }
        boolean byDefault = port.isEmpty() || Integer.parseInt(port) == (scheme.equals("https") ? 443 : 80);
        return byDefault ? ascii : ascii + ":" + Integer.parseInt(port);
    }

    private static String path(String text) {
        Deque<String> segments = new ArrayDeque<>();
        for (String segment : unify(text).split("/", -1)) {
            if (segment.equals("..")) {
                segments.pollLast();
            } else if (!segment.isEmpty() && !segment.equals(".")) {
                segments.addLast(segment);
            }
        }
        StringBuilder path = new StringBuilder(text.length() + 1);
        for (Iterator<String> each = segments.iterator(); each.hasNext(); ) {
            path.append('/').append(each.next());
        }
        return path.toString();
    }

    private String query(String text) {
        StringBuilder query = new StringBuilder(text.length() + 1);
        for (String parameter : unify(text).split("&")) {
            int equals = parameter.indexOf('=');
            String name = (equals < 0 ? parameter : parameter.substring(0, equals)).toLowerCase(Locale.ROOT);
            boolean tracks = dropTracking && (name.startsWith("utm_") || TRACKING.contains(name));
            if (!parameter.isEmpty() && !tracks) {
                query.append(query.length() == 0 ? '?' : '&').append(parameter);
            }
        }
        return query.toString();
    }

    /** Percent-encodings in upper case, and none for what needs none; all beyond ASCII encoded. */
    private static String unify(String text) {
        StringBuilder unified = new StringBuilder(text.length());
        byte[] bytes = text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        for (int i = 0; i < bytes.length; i++) {
            int b = bytes[i] & 0xff;
            boolean encoded = b == '%'
                    && i + 2 < bytes.length
                    && Character.digit(bytes[i + 1], 16) >= 0
                    && Character.digit(bytes[i + 2], 16) >= 0;
            if (encoded) {
                b = Character.digit(bytes[i + 1], 16) << 4 | Character.digit(bytes[i + 2], 16);
                i += 2;
            }
            if (encoded ? isUnreserved(b) : b > ' ' && b < 0x7f && "%\"<>\\^`{|}".indexOf(b) < 0) {
                unified.append((char) b);
            } else {
                unified.append('%')
                        .append(Character.toUpperCase(Character.forDigit(b >> 4, 16)))
                        .append(Character.toUpperCase(Character.forDigit(b & 15, 16)));
            }
        }
        return unified.toString();
    }

    private static boolean isUnreserved(int b) {
        return b < 0x7f && (Character.isLetterOrDigit(b) || "-._~".indexOf(b) >= 0);
    }

    private static RefusedValue invalid(String rule) {
        return new RefusedValue("invalid_url", "a web address " + rule);
    }
}
